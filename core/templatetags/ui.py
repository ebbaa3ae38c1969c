"""The tag library `ui`: drawn pieces of a page, described in `core.ui`."""

import structlog
from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from core.ui.controls import control, control_kind
from core.ui.coverage import coverage_bar, coverage_share
from core.ui.icons import icon
from core.ui.marks import MARKS, signal_mark, status_label, status_mark, status_pill
from core.ui.moments import ago
from core.ui.money import money, money_change, money_short
from core.ui.numbers import change, number
from core.ui.sparklines import sparkline

register = template.Library()

for tag in (
    icon,
    status_mark,
    status_label,
    status_pill,
    signal_mark,
    number,
    change,
    ago,
    coverage_bar,
    coverage_share,
    sparkline,
):
    register.simple_tag(tag)

# Amounts: {{ line.budget|money }}, {{ total|money_short:currency }}.
for amount in (money, money_short, money_change):
    register.filter(amount.__name__, amount)


@register.filter("control")
def control_filter(field: BoundField) -> SafeString:
    """A form field's widget with the classes and ARIA attributes of ours."""
    return control(field)


@register.filter("control_kind")
def control_kind_filter(field: BoundField) -> str:
    """How a field is laid out: "check", "group", "file" or "line"."""
    return control_kind(field)


@register.simple_tag
def request_id() -> str:
    """The id of the running request as it stands in the log, or nothing outside a request."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))


@register.inclusion_tag("ui/status_key.html")
def status_key(*statuses: str) -> dict[str, list[str]]:
    """The key of the shapes used on a page; without arguments the three colours and insufficient data."""
    chosen = statuses or ("green", "amber", "red", "insufficient_data")
    return {"statuses": [status for status in chosen if status in MARKS]}
