"""Whose values somebody sees on My work: their own, those of their departments, everyone's."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kpis.models import Series
from kpis.near import within
from org.enums import Role
from org.models import Placement
from org.roles import held_by

MINE, BELOW, ALL = "mine", "departments", "all"
NAMES = {MINE: _("From me"), BELOW: _("From my departments"), ALL: _("From everyone")}


@dataclass(frozen=True)
class Scope:
    """What was chosen of what may be."""

    chosen: str
    offered: tuple[str, ...]

    @property
    def latest_only(self) -> bool:
        """Of everyone only the latest period is listed: the gaps further back are for their stewards."""
        return self.chosen == ALL


def scope_of(user: Any, wanted: str) -> Scope:
    """The wanted scope if it is the user's, else their own values, else the widest where they report none."""
    held = held_by(user)
    offered = [MINE]
    if held.anywhere(Role.DEPARTMENT_HEAD):
        offered.append(BELOW)
    if held.anywhere(Role.SMO_STAFF):
        offered.append(ALL)
    if wanted in offered:
        return Scope(wanted, tuple(offered))
    reports = len(offered) == 1 or Series.objects.filter(steward_id=user.pk).exists()
    return Scope(MINE if reports else offered[-1], tuple(offered))


def series_in(scope: Scope, user: Any) -> QuerySet[Series]:
    """The series of a scope."""
    if scope.chosen == MINE:
        return Series.objects.filter(steward_id=user.pk)
    if scope.chosen == ALL:
        return Series.objects.all()
    here = Placement.objects.current().filter(within(user, Role.DEPARTMENT_HEAD))
    below = here.filter(valid__contains=timezone.localdate())
    return Series.objects.filter(department__in=below.values("department"))
