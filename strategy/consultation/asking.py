"""Who is asked in a round: people by name, a department's people, and those who read drafts anyway."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from org.enums import AccountKind, Role
from org.models import Department, Membership, Placement
from org.roles import held_by
from strategy.enums import ConsultationState, PlanState
from strategy.models import Consultation, ConsultationInvitation


def invitations_of(user: Any) -> QuerySet[ConsultationInvitation]:
    """Invitations that reach a user: by name, or of a department they belong to or head."""
    departments = _departments_of(user)
    return ConsultationInvitation.objects.filter(
        Q(person_id=user.pk) | Q(department__in=departments), revoked_at__isnull=True
    )


def open_to(user: Any) -> QuerySet[ConsultationInvitation]:
    """Of these the ones whose round is open."""
    return invitations_of(user).filter(consultation__state=ConsultationState.OPEN)


def _departments_of(user: Any) -> QuerySet:
    """Ids of the departments whose people a user is one of: at or below them, or heading them from above.

    Who holds a role on the whole organisation is of what stands at the top.
    """
    roles = held_by(user).roles
    within = Q(path__in={prefix for _role, path in roles for prefix in _prefixes(path)})
    for role, path in roles:
        if role == Role.DEPARTMENT_HEAD:
            within |= Q(path__startswith=path)
        if not path:
            within |= Q(parent__isnull=True)
    standing = Placement.objects.current().valid_on(timezone.localdate())
    return standing.filter(within).values("department")


def _prefixes(path: str) -> list[str]:
    """A path and those above it: "1.7." has "1." and "1.7."."""
    steps = path.split(".")[:-1]
    return [".".join(steps[:count]) + "." for count in range(1, len(steps) + 1)]


def may_be_asked(user: Any) -> bool:
    """Whether it is a person: what a program says would be nobody's word."""
    return getattr(user, "kind", "") == AccountKind.PERSON


def is_asked(user: Any, consultation: Consultation) -> bool:
    """Whether a user may say something in a round while it is open.

    Executives and whoever is invited; heads also about what is in consultation, which they all read.
    """
    if not may_be_asked(user):
        return False
    held = held_by(user)
    if held.anywhere(Role.EXECUTIVE):
        return True
    if held.anywhere(Role.DEPARTMENT_HEAD) and consultation.plan.state == PlanState.CONSULTATION:
        return True
    return invitations_of(user).filter(consultation=consultation).exists()


def speaks_for(user: Any, consultation: Consultation) -> Department | None:
    """The department whose word a user's endorsement or objection is: the one they head.

    Of several an invited one, else the first by name; None where they head none.
    """
    memberships = Membership.objects.filter(user=user, role=Role.DEPARTMENT_HEAD, department__isnull=False)
    headed = sorted(
        (each.department for each in memberships.select_related("department") if each.department),
        key=lambda department: department.name,
    )
    if len(headed) < 2:
        return headed[0] if headed else None
    invited = set(consultation.invitations.values_list("department", flat=True))
    return next((each for each in headed if each.pk in invited), headed[0])
