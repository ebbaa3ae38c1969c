"""The tag library `risk_tabs`: the tabs over the pages of the register."""

from typing import Any

from django import template

from risks import tabs

register = template.Library()


@register.simple_tag(takes_context=True)
def register_tabs(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The tabs that the reader sees."""
    return tabs.register_tabs(context["request"].user)
