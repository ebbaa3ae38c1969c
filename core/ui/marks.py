"""Status as shape and word, colour third: readable for the colour-blind and in grey print."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

_DISC = mark_safe('<circle cx="6" cy="6" r="5" fill="currentColor"/>')
_HALF = mark_safe(
    '<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/>'
    '<path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor"/>'
)
_TRIANGLE = mark_safe('<path d="M6 1 11.4 10.6H.6z" fill="currentColor"/>')
_RING = mark_safe('<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/>')
_HATCHED = mark_safe(
    '<circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor"/>'
    '<path d="M1.9 5.6 5.6 1.9M2.4 8.6 8.6 2.4M4 10.5 10.5 4M7 10.7 10.7 7" fill="none" '
    'stroke="currentColor"/>'
)
_CLOCK = mark_safe(
    '<path d="M6 1.25a4.75 4.75 0 1 0 .01 0zM6 3.4V6l2 1.4" fill="none" stroke="currentColor" '
    'stroke-width="1.5"/>'
)
_DASH = mark_safe('<path d="M2.5 6h7" stroke="currentColor" stroke-width="1.5" fill="none"/>')


@dataclass(frozen=True, slots=True)
class Mark:
    """How one status looks: a shape in a 12 × 12 box, a tone (the CSS class `is-…`) and a translated word."""

    shape: SafeString
    tone: str
    word: Any


MARKS: dict[str, Mark] = {
    "green": Mark(_DISC, "on", _("On target")),
    "amber": Mark(_HALF, "near", _("Near target")),
    "red": Mark(_TRIANGLE, "off", _("Off target")),
    "not_applicable": Mark(_DASH, "none", _("Not applicable")),
    "not_due": Mark(_RING, "none", _("Not due")),
    "due": Mark(_RING, "none", pgettext_lazy("a value is expected now", "Due")),
    "late": Mark(_CLOCK, "late", pgettext_lazy("a value is overdue", "Late")),
    "missing": Mark(_RING, "late", _("Missing")),
    "insufficient_data": Mark(_HATCHED, "thin", _("Insufficient data")),
    "unscored": Mark(_RING, "none", _("Unscored")),
    "none": Mark(_RING, "none", _("No data")),
}
"""Every status and state a cell or node can have, by its value in the engine's enums."""


def _key_of(status: object) -> str:
    key = str(getattr(status, "value", status) or "none").lower()
    return key if key in MARKS else "none"


def mark_of(status: object) -> Mark:
    """The mark of a status value or enum member; anything unknown or empty is *no data*."""
    return MARKS[_key_of(status)]


def status_shape(status: object) -> SafeString:
    """The shape alone, hidden from screen readers; only beside the word."""
    mark = mark_of(status)
    return format_html(
        '<svg class="mark is-{}" viewBox="0 0 12 12" aria-hidden="true">{}</svg>', mark.tone, mark.shape
    )


def status_mark(status: object) -> SafeString:
    """The shape for dense cells, with the word for screen readers; the page shows a key."""
    return format_html(
        '<span class="status-mark">{}<span class="visually-hidden">{}</span></span>',
        status_shape(status),
        mark_of(status).word,
    )


def status_label(status: object, word: str = "") -> SafeString:
    """Shape and word in running text and tables. `word` replaces the usual one ("Above appetite")."""
    return _label(mark_of(status), word) if word else _usual_label(_key_of(status), get_language())


# A table says the same few things hundreds of times, and a word takes longer to look up than to draw.
@lru_cache(maxsize=256)
def _usual_label(key: str, _language: str | None) -> SafeString:
    return _label(MARKS[key], MARKS[key].word)


def _label(mark: Mark, word: object) -> SafeString:
    return format_html(
        '<span class="status is-{0}">'
        '<svg class="mark is-{0}" viewBox="0 0 12 12" aria-hidden="true">{1}</svg>'
        '<span class="status-word">{2}</span></span>',
        mark.tone,
        mark.shape,
        word,
    )


def status_pill(status: object, word: str = "") -> SafeString:
    """Shape and word on a soft ground: for the one status a page or panel is about."""
    mark = mark_of(status)
    return format_html(
        '<span class="status-pill is-{}">{}<span>{}</span></span>',
        mark.tone,
        status_shape(status),
        word or mark.word,
    )


def signal_mark(side: str) -> SafeString:
    """A value outside its natural limits: a dot beyond two lines, with the word.

    `side` is "high" or "low"; anything else gives nothing.
    """
    words = {"high": (_("High"), "2"), "low": (_("Low"), "10")}
    if side not in words:
        return mark_safe("")
    word, dot = words[side]
    return format_html(
        '<span class="signal"><svg class="mark" viewBox="0 0 12 12" aria-hidden="true">'
        '<circle cx="6" cy="{}" r="1.75" fill="currentColor"/>'
        '<path d="M1 {}h10M1 {}h10" stroke="currentColor" stroke-width="1.4"/></svg>{}</span>',
        dot,
        5.5 if side == "high" else 3,
        9 if side == "high" else 6.5,
        word,
    )
