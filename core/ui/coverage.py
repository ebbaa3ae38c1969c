"""Coverage: how many of the expected values are in, as a thin grey bar (it is not a status)."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.ui.numbers import is_number, number_text

WIDTH = 28
HEIGHT = 4
DEFAULT_MINIMUM = 0.5

_NOTHING_DUE = mark_safe('<span class="coverage"><span class="num num-none">–</span></span>')
_HATCH = "".join(f"M{x - 4} 4l4-4" for x in range(0, WIDTH + 8, 4))


def _bar(share: float, minimum: float) -> SafeString:
    filled = round(min(max(share, 0.0), 1.0) * WIDTH, 1)
    shape = format_html('<rect class="coverage-fill" width="{}" height="4" rx="2"/>', filled)
    if share < minimum:
        shape = format_html(
            '<svg width="{0}" height="4" viewBox="0 0 {0} 4"><path class="coverage-hatch" d="{1}"/></svg>',
            filled,
            _HATCH,
        )
    return format_html(
        '<svg class="coverage-bar" viewBox="0 0 {0} {1}" width="{0}" height="{1}" aria-hidden="true">'
        '<rect class="coverage-track" width="{0}" height="{1}" rx="2"/>{2}</svg>',
        WIDTH,
        HEIGHT,
        shape,
    )


def _whole(share: float, minimum: float, text: str, spoken: str) -> SafeString:
    return format_html(
        '<span class="coverage{}" title="{}">{}<span class="num">{}</span></span>',
        " is-thin" if share < minimum else "",
        spoken,
        _bar(share, minimum),
        text,
    )


def percent_text(share: float) -> str:
    """A share of 0 to 1 as a percentage; one just short of 1 must not read as complete."""
    return f"{number_text(99 if 0.99 < share < 1 else round(share * 100), 0)}%"


def coverage_share(share: float | None, minimum: float = DEFAULT_MINIMUM) -> SafeString:
    """A node's coverage, 0…1, as bar and percentage; hatched below `minimum`; a dash where nothing is due."""
    if share is None or not is_number(share):
        return _NOTHING_DUE
    text = percent_text(share)
    return _whole(share, minimum, text, _("%(percent)s of values are in") % {"percent": text})


def coverage_bar(reported: int | None, expected: int | None, minimum: float = DEFAULT_MINIMUM) -> SafeString:
    """A KPI's coverage: the percentage when complete, else reported/expected; hatched below `minimum`."""
    return _counted(reported or 0, expected or 0, minimum, get_language())


# The lines of a table have mostly the same few counts.
@lru_cache(maxsize=1024)
def _counted(got: int, expected: int, minimum: float, _language: str | None) -> SafeString:
    if not expected:
        return coverage_share(1.0 if got else None, minimum)
    if got >= expected:
        return coverage_share(1.0, minimum)
    spoken = _("%(reported)s of %(expected)s values are in") % {"reported": got, "expected": expected}
    return _whole(got / expected, minimum, f"{number_text(got, 0)}/{number_text(expected, 0)}", spoken)
