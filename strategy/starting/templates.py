"""The templates to choose from."""

from strategy.starting.balanced import BALANCED
from strategy.starting.okr import OKR
from strategy.starting.public import PUBLIC
from strategy.starting.template import PlanTemplate

TEMPLATES: tuple[PlanTemplate, ...] = (BALANCED, PUBLIC, OKR)


def template_named(code: str) -> PlanTemplate | None:
    """The template of this code."""
    return next((each for each in TEMPLATES if each.code == code), None)
