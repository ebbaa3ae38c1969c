"""The tag library `planning`: states of tasks, shifts in days, tokens of rows."""

from django import forms, template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.edit_conflicts import token_of
from core.ui.marks import status_label
from initiatives.planning.plan import PlanRow

register = template.Library()


@register.filter
def edit_token(form: forms.Form) -> str:
    """What the fields of a form begin with, so that nothing is overwritten unseen."""
    return token_of(form)


@register.filter
def days_later(days: int) -> str:
    """A delay in words."""
    return ngettext("%(days)d day later", "%(days)d days later", days) % {"days": days}


@register.filter
def days_moved(days: int) -> str:
    """How a day differs from what was agreed."""
    if days > 0:
        return ngettext("%(days)d day later than agreed", "%(days)d days later than agreed", days) % {
            "days": days
        }
    words = ngettext("%(days)d day earlier than agreed", "%(days)d days earlier than agreed", -days)
    return words % {"days": -days}


@register.simple_tag
def task_state(row: PlanRow) -> SafeString:
    """Shape and word of where a task stands: done, late, delayed by whom, critical."""
    if row.is_phase:
        return status_label("red", _("Late")) if row.is_late else SafeString("")
    if row.is_done:
        return status_label("green", _("Done"))
    label = status_label("not_due", _("Under way") if row.progress else _("To do"))
    if row.is_late:
        label = status_label("red", _("Late"))
    elif row.delay is not None:
        label = status_label("amber", _("Delayed"))
    parts = [label]
    if row.delay is not None:
        parts.append(format_html('<span class="meta">{}</span>', row.delay.text))
    if row.is_critical:
        hint = _("The end moves with it.")
        parts.append(format_html('<span class="tag" title="{}">{}</span>', hint, _("critical")))
    elif row.timing is not None and row.timing.float_days:
        days = row.timing.float_days
        words = ngettext("%(days)d day of float", "%(days)d days of float", days) % {"days": days}
        parts.append(format_html('<span class="meta">{}</span>', words))
    return SafeString(" ".join(parts))
