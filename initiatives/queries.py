"""Reading the portfolio: which initiatives a user may know of. Every face (pages, REST, search, counts,
exports, history) reads through `visible_initiatives`."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from initiatives.enums import Confidentiality
from initiatives.models import (
    Allocation,
    Benefit,
    Initiative,
    InitiativeDepartment,
    InitiativeElement,
    ReadinessAction,
    Task,
)
from kpis.near import within
from org.enums import Role
from org.models import Placement
from org.roles import held_by

READS_RESTRICTED = (Role.SMO_STAFF, Role.ADMINISTRATOR, Role.EXECUTIVE)


def visible_initiatives(user: Any) -> QuerySet[Initiative]:
    """Initiatives the user may know of: open ones for everyone, restricted ones for their people.

    Their people: sponsor, lead, who added it, who has a task, an allocation, a role, a benefit or an action
    in it, and heads of the departments that lead it or take part.
    """
    if held_by(user).anywhere(*READS_RESTRICTED):
        return Initiative.objects.all()
    return Initiative.objects.filter(~Q(confidentiality=Confidentiality.RESTRICTED) | _takes_part(user))


def standing_initiatives(user: Any) -> QuerySet[Initiative]:
    """Initiatives the user may know of that are neither archived nor merged into another."""
    return visible_initiatives(user).filter(archived_on__isnull=True, merged_into__isnull=True)


def departments_headed(user: Any) -> QuerySet[Placement, Any]:
    """Ids of the departments that the user heads, those below included, as a subquery."""
    here = Placement.objects.current().filter(within(user, Role.DEPARTMENT_HEAD))
    return here.filter(valid__contains=timezone.localdate()).values("department")


def _takes_part(user: Any) -> Q:
    headed = departments_headed(user)
    own = OuterRef("pk")
    return (
        Q(sponsor=user.pk)
        | Q(lead=user.pk)
        | Q(added_by=user.pk)
        | Q(department__in=headed)
        | Q(Exists(InitiativeDepartment.objects.filter(initiative=own, department__in=headed)))
        | Q(Exists(Task.objects.filter(initiative=own, owner=user.pk)))
        | Q(Exists(Allocation.objects.filter(initiative=own, person=user.pk)))
        | Q(Exists(InitiativeElement.objects.filter(initiative=own, person=user.pk)))
        | Q(Exists(Benefit.objects.filter(initiative=own, owner=user.pk)))
        | Q(Exists(ReadinessAction.objects.filter(group__initiative=own, owner=user.pk)))
    )
