"""Templates that a plan can be begun from: what they hold, and the plan they become."""

from strategy.starting.template import Claim, Draft, PlanTemplate
from strategy.starting.templates import TEMPLATES, template_named

__all__ = ["TEMPLATES", "Claim", "Draft", "PlanTemplate", "template_named"]
