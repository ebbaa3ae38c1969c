"""The two bodies of a reminder: what is late, due today and due soon, each with the way to do it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import css_inline
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comms.reminding import Due
from comms.rendering.mail import WIDTH, Rendered
from core.due import DueItem

MOST = 25
_INLINER = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


@dataclass(frozen=True)
class Line:
    """One thing to do, in words, with its address."""

    title: str
    detail: str
    url: str


@dataclass(frozen=True)
class Section:
    """Things that are equally urgent; `more`: how many are not listed."""

    title: str
    tone: str
    lines: tuple[Line, ...]
    more: int


def render_reminder(person: Any, due: Due, today: dt.date) -> Rendered:
    """A reminder in the active language."""
    sections = [section for section in _sections(due, today) if section.lines]
    shown = {
        "subject": _subject(due),
        "person": person,
        "sections": sections,
        "url": settings.BASE_URL + reverse("my_work"),
    }
    html = _INLINER.inline(render_to_string("comms/mail/reminder.html", shown))
    return Rendered(shown["subject"], html, _text(shown["subject"], sections, shown["url"]))


def _subject(due: Due) -> str:
    late, others = len(due.late), len(due.today) + len(due.soon)
    parts = []
    if late:
        parts.append(ngettext("%(n)d thing is late", "%(n)d things are late", late) % {"n": late})
    if others:
        parts.append(ngettext("%(n)d is due", "%(n)d are due", others) % {"n": others})
    return _("Your work: %(what)s") % {"what": ", ".join(parts)}


def _sections(due: Due, today: dt.date) -> list[Section]:
    return [
        _section(_("Late"), "off", due.late, today),
        _section(_("Due today"), "today", due.today, today),
        _section(_("Due in the next days"), "soon", due.soon, today),
    ]


def _section(title: str, tone: str, items: tuple[DueItem, ...], today: dt.date) -> Section:
    lines = tuple(
        Line(item.title, _detail(item, today), settings.BASE_URL + item.url) for item in items[:MOST]
    )
    return Section(title, tone, lines, max(len(items) - MOST, 0))


def _detail(item: DueItem, today: dt.date) -> str:
    day = {"day": date_format(item.due_on, "j F Y")}
    when = _("was due %(day)s") % day if item.is_late(today) else _("due %(day)s") % day
    return f"{item.detail}, {when}" if item.detail else when


def _text(subject: str, sections: list[Section], url: str) -> str:
    """Plain text; a reader without HTML misses nothing."""
    lines = [subject, "=" * WIDTH]
    for section in sections:
        lines += ["", section.title, "-" * WIDTH]
        for line in section.lines:
            lines += [f"{line.title} ({line.detail})", f"  {line.url}"]
        if section.more:
            lines.append(_("and %(n)d more") % {"n": section.more})
    return "\n".join([*lines, "", _("Enter everything in one place:"), url, "", _why(), ""])


def _why() -> str:
    return _("You get at most one such mail a day, because these things are yours to report or to decide.")
