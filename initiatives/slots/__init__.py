"""What initiatives show on the pages of the floors below."""

from core import slots
from initiatives.slots import benefits, means, planning, portfolio, readiness, scoring, status
from initiatives.slots.framework import maturity
from strategy.models import Objective
from strategy.removing import also_used

slots.register("initiative.detail", status.standing)
slots.register("initiative.detail", planning.progress)
slots.register("initiative.detail", means.means)
slots.register("initiative.detail", benefits.benefits)
slots.register("kpi.detail.serves", benefits.expected_effects)
slots.register("initiative.detail", readiness.readiness)
slots.register("initiative.detail", maturity)
slots.register("initiative.detail", scoring.scored)
slots.register("initiative.detail", portfolio.gates)
slots.register("objective.detail", portfolio.serving)
slots.register("department.detail", portfolio.of_department)
slots.register("plan.detail", portfolio.of_plan)
also_used(Objective, portfolio.uses_of_objective)
