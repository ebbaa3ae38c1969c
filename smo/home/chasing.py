"""Who is late with values: the strategy office's list for chasing them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from comms.actions import remind
from comms.queries import reminded_on
from core.web import authorise
from kpis.models import Series
from kpis.outstanding import Outstanding, outstanding
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import short_period_text
from org.models import User

NAMED = 3


@dataclass(frozen=True)
class LateValue:
    """A late value with its period in words."""

    due: Outstanding
    period: str


@dataclass(frozen=True)
class Chased:
    """Somebody with late values (None: series that nobody stewards), the longest late first."""

    person: User | None
    late: tuple[LateValue, ...]
    reminded: bool

    @property
    def named(self) -> tuple[LateValue, ...]:
        """Those that are listed by name."""
        return self.late[:NAMED]

    @property
    def more(self) -> int:
        """How many are not."""
        return max(len(self.late) - NAMED, 0)

    @property
    def since(self) -> dt.date:
        """The day since which the first of them is late."""
        return self.late[0].due.due_on


def late_people(today: dt.date) -> list[Chased]:
    """Who is late with the latest value of a series: what nobody reports first, then the most late."""
    calendar = fiscal_calendar()
    found = outstanding(Series.objects.all(), calendar, today, latest_only=True)
    by_person: dict[User | None, list[LateValue]] = {}
    for each in found:
        if each.is_late(today):
            late = LateValue(each, short_period_text(each.period, calendar))
            by_person.setdefault(each.series.steward, []).append(late)
    reminded = reminded_on(today)
    people = [
        Chased(person, tuple(late), person is not None and person.pk in reminded)
        for person, late in by_person.items()
    ]
    return sorted(people, key=_urgency)


def _urgency(each: Chased) -> tuple[bool, int, str]:
    return each.person is not None, -len(each.late), str(each.person)


@require_POST
def remind_person(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send somebody the one mail of the day about all that is due from them."""
    authorise(request.user, "smo.chase")
    person = get_object_or_404(User.objects.filter(is_active=True), pk=pk)
    by: Any = request.user
    if remind(by=by, person=person):
        messages.success(request, _("%(name)s is reminded by mail.") % {"name": person})
    elif person.pk in reminded_on(timezone.localdate()):
        messages.info(request, _("%(name)s was reminded today already: one mail a day.") % {"name": person})
    else:
        text = _("No mail went out: nothing is due from %(name)s now, or the mail server was not reached.")
        messages.warning(request, text % {"name": person})
    return redirect(reverse("my_work") + "?show=late")
