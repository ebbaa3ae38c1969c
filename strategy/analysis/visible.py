"""Who may know of what was found: those who read the plan's analysis, and owners of what is theirs."""

from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from org.roles import held_by
from strategy.enums import ItemState
from strategy.models import AnalysisItem, Plan
from strategy.queries import READS_CONSULTATIONS, visible_plans

Found = TypeVar("Found", bound=Model)


def analysed_plans(user: Any) -> QuerySet[Plan]:
    """The plans whose analysis this user reads: of those they may know of, and only the leading roles."""
    return visible_plans(user) if held_by(user).anywhere(*READS_CONSULTATIONS) else Plan.objects.none()


def visible_items(user: Any) -> QuerySet[AnalysisItem]:
    """Items on the board (archived and merged ones too), those one owns, and what one wrote oneself.

    What somebody else wrote in a round is hidden, from everybody, until the round is shared.
    """
    read = Q(plan__in=analysed_plans(user)) | Q(owner=user.pk)
    return AnalysisItem.objects.filter((read & ~Q(state=ItemState.OWN)) | Q(contributor=user.pk))


def visible_findings(findings: QuerySet[Found], user: Any) -> QuerySet[Found]:
    """Of capabilities, competitors, scenarios or assumptions those in a plan one reads, and one's own."""
    return findings.filter(Q(plan__in=analysed_plans(user)) | Q(owner=user.pk))
