"""The tag library `means`: numbers of people, and how a team stands in a month."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.ui.marks import mark_of, status_label, status_shape
from initiatives.means.load import LoadCell, LoadState
from initiatives.means.presenting import STATES, fte_text

register = template.Library()


@register.filter
def fte(number: float | None) -> str:
    """FTE with as many decimals as it needs; empty where there is none."""
    return "" if number is None else fte_text(number)


@register.simple_tag
def heat_class(cell: LoadCell) -> str:
    """The tone of a cell; what needs no look has none, so that the rest is seen."""
    return (
        "" if cell.state in (LoadState.NONE, LoadState.FREE) else f"is-{mark_of(STATES[cell.state][0]).tone}"
    )


@register.simple_tag
def load_mark(cell: LoadCell) -> SafeString:
    """Asked of what there is, with the shape of its state and its word for screen readers."""
    if cell.state == LoadState.NONE:
        return SafeString('<span class="num-none">–</span>')
    mark, word = STATES[cell.state]
    there = "?" if cell.capacity is None else fte_text(cell.capacity)
    return format_html(
        '<span class="load" title="{}">{}<span class="num">{}/{}</span>'
        '<span class="visually-hidden">{}</span></span>',
        word,
        status_shape(mark),
        fte_text(cell.asked),
        there,
        word,
    )


@register.simple_tag
def load_key() -> list[SafeString]:
    """The shapes with their words, for the key of a page."""
    return [status_label(mark, str(word)) for state, (mark, word) in STATES.items() if state != "none"]
