"""Gate decisions as their readers see them: what waits, what was asked and decided."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from initiatives.enums import GateOutcome
from initiatives.models import GateCriterion, GateDecision, Initiative
from initiatives.queries import visible_initiatives


def visible_gates(user: Any) -> QuerySet[GateDecision]:
    """Decisions about initiatives that the user may know of."""
    return GateDecision.objects.filter(initiative__in=visible_initiatives(user))


def with_people(gates: QuerySet[GateDecision]) -> QuerySet[GateDecision]:
    """Decisions with their initiative, who asked and who decided."""
    return gates.select_related("initiative__department", "initiative__lead", "asked_by", "decided_by")


def waiting_gates(user: Any) -> QuerySet[GateDecision]:
    """What waits for a decision that this user may make: not what they asked for themselves."""
    standing = Q(initiative__archived_on__isnull=True)
    waiting = visible_gates(user).filter(standing, outcome=GateOutcome.WAITING)
    return with_people(waiting.exclude(asked_by=user.pk)).order_by("asked_at", "pk")


def waiting_at(initiative: Initiative) -> GateDecision | None:
    """The gate at which an initiative waits."""
    return with_people(initiative.gates.filter(outcome=GateOutcome.WAITING)).first()


def criteria_before(stage: str) -> Sequence[GateCriterion]:
    """What is asked before an initiative enters a stage."""
    return list(GateCriterion.objects.filter(to_stage=stage, archived_on__isnull=True))
