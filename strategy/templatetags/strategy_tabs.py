"""The tag library `strategy_tabs`: the tabs over the pages of a plan."""

from typing import Any

from django import template

from strategy.models import Plan
from strategy.tabs import tabs_of

register = template.Library()


@register.simple_tag(takes_context=True)
def strategy_tabs(context: dict[str, Any], plan: Plan | None) -> list[dict[str, Any]]:
    """`{% strategy_tabs plan as tabs %}`: what `tabs_of` says to who looks at the page."""
    return tabs_of(plan, context["request"].user)
