"""Who may know of a round, and of which of its items.

What somebody wrote is theirs alone until the round is shared: not even the office that asked sees it, in no
list, count of a search, answer of the API or page of the history.
"""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from core.changes.hiding import hide
from org.roles import held_by
from strategy.enums import ItemState, RoundState
from strategy.models import AnalysisItem, AnalysisRound, Plan, RoundInvitation
from strategy.queries import READS_DRAFTS

KIND = "strategy.analysisitem"


def visible_rounds(user: Any) -> QuerySet[AnalysisRound]:
    """Rounds that one is invited to, whatever one else may know of the plan; the leading roles see all."""
    if held_by(user).anywhere(*READS_DRAFTS):
        return AnalysisRound.objects.all()
    asked = RoundInvitation.objects.filter(round=OuterRef("pk"), person=user.pk)
    return AnalysisRound.objects.filter(Exists(asked))


def rounds_with_counts(user: Any, plan: Plan) -> QuerySet[AnalysisRound]:
    """A plan's rounds with `people`, `done` (who has nothing to add) and `item_count` (what was written)."""
    written = Q(items__state__in=(ItemState.OWN, ItemState.SHARED, ItemState.MERGED))
    return (
        visible_rounds(user)
        .filter(plan=plan)
        .annotate(
            people=Count("invitations", distinct=True),
            done=Count("invitations", filter=Q(invitations__done_at__isnull=False), distinct=True),
            item_count=Count("items", filter=written, distinct=True),
        )
    )


def invitation_of(round: AnalysisRound, user: Any) -> RoundInvitation | None:
    """That the user is asked in the round, or None."""
    return RoundInvitation.objects.filter(round=round, person=user.pk).first()


def own_items(round: AnalysisRound, user: Any) -> QuerySet[AnalysisItem]:
    """What the user wrote in the round and nobody else sees yet."""
    return AnalysisItem.objects.filter(round=round, contributor=user.pk, state=ItemState.OWN)


def shared_items(round: AnalysisRound) -> QuerySet[AnalysisItem]:
    """What everybody in the round sees, with what was merged into another."""
    states = (ItemState.SHARED, ItemState.MERGED)
    return AnalysisItem.objects.filter(round=round, state__in=states).select_related("contributor")


def visible_round_items(user: Any) -> QuerySet[AnalysisItem]:
    """Items of the rounds the user may know of: what is shared, and what they wrote themselves."""
    shared = Q(round__in=visible_rounds(user)) & ~Q(state=ItemState.OWN)
    mine = Q(contributor=user.pk, round__isnull=False)
    return AnalysisItem.objects.filter(shared | mine)


def board_items(plan: Plan) -> QuerySet[AnalysisItem]:
    """What stands on a plan's board: shared, and of no round or of one that is closed."""
    of_round = Q(round__isnull=True) | Q(round__state=RoundState.CLOSED)
    return plan.analysis_items.filter(of_round, state=ItemState.SHARED)


def _not_shared(reader: Any) -> Q:
    """Events of items while they were their contributor's own."""
    return Q(state=ItemState.OWN) & ~Q(contributor=reader.pk)


hide(KIND, _not_shared)
