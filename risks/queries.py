"""Reading the register: which risks a user may know of. Every face (pages, REST, search, counts, exports,
history) reads through `visible_risks`."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from initiatives.queries import departments_headed
from org.enums import Role
from org.roles import held_by
from risks.enums import Confidentiality, RiskState
from risks.models import (
    ContingencyPlan,
    ContingencyStep,
    Mitigation,
    Risk,
    RiskControl,
    RiskDepartment,
    RiskIndicator,
)

READS_ALL = (Role.SMO_STAFF, Role.ADMINISTRATOR, Role.EXECUTIVE)


def visible_risks(user: Any) -> QuerySet[Risk]:
    """Risks the user may know of.

    The office, the leadership and administrators: all. Heads: unrestricted ones, and restricted ones of the
    departments they head. Others: those they own or have something to do in. Viewers as such: none.
    """
    held = held_by(user)
    if held.anywhere(*READS_ALL):
        return Risk.objects.all()
    shown = _takes_part(user)
    if held.anywhere(Role.DEPARTMENT_HEAD):
        shown |= ~Q(confidentiality=Confidentiality.RESTRICTED) | Q(department__in=departments_headed(user))
    return Risk.objects.filter(shown)


def standing_risks(user: Any) -> QuerySet[Risk]:
    """Risks the user may know of that are in the register now: proposed, open or occurred, not archived."""
    return visible_risks(user).filter(archived_on__isnull=True).exclude(state=RiskState.CLOSED)


def _takes_part(user: Any) -> Q:
    own = OuterRef("pk")
    return (
        Q(owner=user.pk)
        | Q(added_by=user.pk)
        | Exists(Mitigation.objects.filter(risk=own, owner=user.pk))
        | Exists(RiskControl.objects.filter(risk=own, owner=user.pk))
        | Exists(ContingencyPlan.objects.filter(risk=own, owner=user.pk))
        | Exists(ContingencyStep.objects.filter(plan__risk=own, who=user.pk))
    )


def concerning(user: Any) -> QuerySet[Risk]:
    """Of the standing risks, those of the departments that the user heads: answered for, or concerned."""
    headed = departments_headed(user)
    beside = RiskDepartment.objects.filter(risk=OuterRef("pk"), department__in=headed)
    return standing_risks(user).filter(Q(department__in=headed) | Exists(beside))


def indicators_of(user: Any) -> QuerySet[RiskIndicator]:
    """Key risk indicators of the risks that the user may know of."""
    return RiskIndicator.objects.filter(risk__in=visible_risks(user))
