"""How a report's sending stands, in shape and word."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from comms.enums import DeliveryState
from core.ui.icons import icon

register = template.Library()
_ICONS = {
    DeliveryState.SENT: "check",
    DeliveryState.FAILED: "alert-circle",
    DeliveryState.UNKNOWN: "help",
}


@register.simple_tag
def delivery_label(state: str | None) -> SafeString:
    """Icon and word of a delivery state; a dash where nothing was run."""
    if not state:
        return format_html("{}", "–")
    known = DeliveryState(state)
    return format_html(
        '<span class="delivery">{} {}</span>', icon(_ICONS.get(known, "clock"), "sm"), known.label
    )


@register.filter
def at(mapping: dict[Any, Any], key: Any) -> Any:
    """What `mapping` holds for `key`."""
    return mapping.get(key)
