"""What the strategy shows on the pages of the floors below."""

from core import slots
from strategy.slots import goals
from strategy.slots.cascade import contributions, part_of_department
from strategy.slots.consultation import support
from strategy.slots.department import department_scores
from strategy.slots.previewing import scores_above
from strategy.slots.removing import archived
from strategy.slots.revisions import banners_of_objectives, banners_of_plans, revisions_of_plans
from strategy.slots.serves import serves
from strategy.slots.usage import usage

slots.register("kpi.detail.serves", serves)
slots.register("kpi.library.usage", usage)
slots.register("kpi.definition_preview", scores_above)
slots.register("department.detail", department_scores)
slots.register("plan.banner", banners_of_plans)
slots.register("plan.detail", revisions_of_plans)
slots.register("objective.banner", banners_of_objectives)
slots.register("plan.detail", support)
slots.register("department.detail", part_of_department)
slots.register("objective.detail", contributions)
slots.register("objective.detail", goals.goals)
slots.register("objective.detail", goals.commentary)
slots.register("objective.detail", goals.people)
slots.register("plan.detail", archived)
