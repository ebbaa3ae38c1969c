"""Lights in words and shapes: never by colour alone."""

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core.ui.marks import status_label, status_shape
from initiatives.earned import Unknown
from initiatives.enums import Rag

WHAT: dict[str, Promise | str] = {"schedule": _("Schedule"), "cost": _("Cost"), "scope": _("Scope")}
WHY_UNKNOWN: dict[str, Promise | str] = {
    Unknown.NO_PLAN: _("There is no action plan yet."),
    Unknown.NO_DAYS: _("Nothing in the action plan has a day."),
    Unknown.NO_BUDGET: _("There is no budget."),
    Unknown.NO_ACTUALS: _("Neither spent money nor a forecast is recorded."),
}


def light_label(light: str, missing: Promise | str = "") -> SafeString:
    """Shape and word of a light; where there is none, a ring with `missing`."""
    if light:
        return status_label(light, str(Rag(light).label))
    return status_label("none", str(missing or _("Not reported")))


def light_mark(light: str) -> SafeString:
    """The shape alone for dense cells, with the word for screen readers; the page shows a key."""
    word = Rag(light).label if light else _("Not reported")
    return format_html(
        '<span class="status-mark" title="{0}">{1}<span class="visually-hidden">{0}</span></span>',
        word,
        status_shape(light or "none"),
    )


def computed_label(light: str, unknown: str = "") -> SafeString:
    """Shape and word of a computed light; hatched where it cannot be computed, with the reason on hover."""
    if light:
        return light_label(light)
    label = status_label("insufficient_data", str(_("Not computable")))
    return format_html('<span title="{}">{}</span>', WHY_UNKNOWN.get(unknown, ""), label)
