"""The tag library `initiative_tabs`: the tabs over the pages of the portfolio and of an initiative."""

from typing import Any

from django import template

from initiatives import tabs
from initiatives.models import Initiative

register = template.Library()


@register.simple_tag(takes_context=True)
def portfolio_tabs(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The tabs of the portfolio that the reader sees."""
    return tabs.portfolio_tabs(context["request"].user)


@register.simple_tag(takes_context=True)
def initiative_tabs(context: dict[str, Any], initiative: Initiative) -> list[dict[str, Any]]:
    """The tabs of an initiative that the reader sees."""
    return tabs.initiative_tabs(initiative, context["request"].user)
