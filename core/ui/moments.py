"""Times relative in text, exact on hover."""

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTE, HOUR, DAY = 60, 3600, 86400


def _past(seconds: int) -> str:
    if seconds < MINUTE:
        return _("just now")
    if seconds < HOUR:
        count = seconds // MINUTE
        return ngettext("%(count)s minute ago", "%(count)s minutes ago", count) % {"count": count}
    if seconds < DAY:
        count = seconds // HOUR
        return ngettext("%(count)s hour ago", "%(count)s hours ago", count) % {"count": count}
    count = seconds // DAY
    return ngettext("%(count)s day ago", "%(count)s days ago", count) % {"count": count}


def _future(seconds: int) -> str:
    if seconds < MINUTE:
        return _("in a moment")
    if seconds < HOUR:
        count = seconds // MINUTE
        return ngettext("in %(count)s minute", "in %(count)s minutes", count) % {"count": count}
    if seconds < DAY:
        count = seconds // HOUR
        return ngettext("in %(count)s hour", "in %(count)s hours", count) % {"count": count}
    count = seconds // DAY
    return ngettext("in %(count)s day", "in %(count)s days", count) % {"count": count}


def ago_text(moment: dt.datetime, now: dt.datetime) -> str:
    """`moment` as seen from `now` ("4 minutes ago"); the date itself when more than 30 days away."""
    seconds = int((now - moment).total_seconds())
    if abs(seconds) > 30 * DAY:
        return date_format(timezone.localtime(moment), "DATE_FORMAT")
    return _past(seconds) if seconds >= 0 else _future(-seconds)


def ago(moment: dt.datetime | None, now: dt.datetime | None = None) -> SafeString:
    """A `<time>` with the relative text and the exact moment as title; a dash where there is none."""
    if moment is None:
        return mark_safe('<span class="num-none">–</span>')
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        moment.isoformat(timespec="seconds"),
        date_format(timezone.localtime(moment), "DATETIME_FORMAT"),
        ago_text(moment, now or timezone.now()),
    )
