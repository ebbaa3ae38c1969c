"""Notices of moves: which of them wait to be read by the people of an initiative."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.models import Initiative, PlanNotice
from initiatives.planning.naming import seen_by, task_name
from initiatives.queries import visible_initiatives


def visible_notices(user: Any) -> QuerySet[PlanNotice]:
    """Notices to the initiatives that a user may know of."""
    seen = visible_initiatives(user).order_by().values("pk")
    return PlanNotice.objects.filter(initiative__in=seen).select_related(
        "initiative", "task", "moved__initiative", "seen_by"
    )


@dataclass(frozen=True)
class NoticeText:
    """A notice as its reader may know it; `moved_initiative`: none where they may not know of it."""

    notice: PlanNotice
    moved_name: str
    moved_initiative: Initiative | None

    @property
    def moved_text(self) -> str:
        """What moved from when to when."""
        was, ends = self.notice.ended_on, self.notice.ends_on
        if was is None or ends is None or was == ends:
            return _("The day of “%(moved)s” changed.") % {"moved": self.moved_name}
        words = _("“%(moved)s” moved from %(was)s to %(ends)s.")
        if ends < was:
            words = _("“%(moved)s” ends earlier: %(ends)s instead of %(was)s.")
        days = {"was": date_format(was, "j M Y"), "ends": date_format(ends, "j M Y")}
        return words % {"moved": self.moved_name, **days}

    @property
    def delay_text(self) -> str:
        """What follows for the task that waits."""
        days = self.notice.delay_days
        if not days:
            return _("Its own days still hold.")
        words = ngettext("It comes %(days)d day later.", "It comes %(days)d days later.", days)
        return words % {"days": days}


def texts_of(notices: Iterable[PlanNotice], user: Any) -> list[NoticeText]:
    """Each notice with the names its reader may know; one query."""
    rows = list(notices)
    seen = seen_by(user, {each.moved.initiative_id for each in rows}) if rows else set()
    return [
        NoticeText(
            each,
            task_name(each.moved, seen),
            each.moved.initiative if each.moved.initiative_id in seen else None,
        )
        for each in rows
    ]


def unseen_notices(initiative: Initiative, user: Any) -> list[NoticeText]:
    """What was told to an initiative and nobody has read yet, the newest first; two queries."""
    waiting = PlanNotice.objects.filter(initiative=initiative, seen_at__isnull=True)
    return texts_of(waiting.select_related("task", "moved__initiative"), user)
