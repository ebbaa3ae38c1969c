"""Who may know of a round, and of whose scores.

What somebody scores is theirs alone until the round is closed, or until the reader, asked as well, has said
to be through: nobody scores with the others in sight, and no list, export or history tells earlier.
"""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from core.changes.hiding import hide
from initiatives.enums import ScoringState
from initiatives.models import Initiative, Score, Scorer, ScoringCriterion, ScoringRound
from initiatives.queries import visible_initiatives

VIEW = "initiatives.view_scoring"


def visible_scoring_rounds(user: Any) -> QuerySet[ScoringRound]:
    """All rounds for who may read them, else those in which one is asked."""
    if user.has_perm(VIEW):
        return ScoringRound.objects.all()
    return ScoringRound.objects.filter(Exists(Scorer.objects.filter(round=OuterRef("pk"), person=user.pk)))


def rounds_with_counts(user: Any) -> QuerySet[ScoringRound]:
    """Rounds with `people` (asked), `done` (who are through) and `initiative_count` (that the user sees)."""
    seen = Q(initiatives__in=visible_initiatives(user).values("pk"))
    return visible_scoring_rounds(user).annotate(
        people=Count("scorers", distinct=True),
        done=Count("scorers", filter=Q(scorers__done_at__isnull=False), distinct=True),
        initiative_count=Count("initiatives", filter=seen, distinct=True),
    )


def shows_all(round: ScoringRound, user: Any) -> bool:
    """Whether the user sees everybody's scores: it is closed, or they are through with their own."""
    if round.state == ScoringState.CLOSED:
        return True
    return round.scorers.filter(person=user.pk, done_at__isnull=False).exists()


def visible_scores(user: Any) -> QuerySet[Score]:
    """One's own scores, and others' where they are shown; of initiatives that one may know of."""
    through = Scorer.objects.filter(round=OuterRef("round"), person=user.pk, done_at__isnull=False)
    shown = Q(scorer=user.pk) | Q(round__state=ScoringState.CLOSED) | Exists(through)
    return Score.objects.filter(
        shown,
        round__in=visible_scoring_rounds(user).order_by().values("pk"),
        initiative__in=visible_initiatives(user).order_by().values("pk"),
    )


def initiatives_of(round: ScoringRound, user: Any) -> QuerySet[Initiative]:
    """The initiatives of a round that the user may know of, by code."""
    return visible_initiatives(user).filter(scoring_rounds=round).select_related("department")


def criteria_of(round: ScoringRound) -> QuerySet[ScoringCriterion]:
    """What an open round asks: the criteria in use; of a closed one what was scored by."""
    scored = Q(Exists(Score.objects.filter(round=round, criterion=OuterRef("pk"))))
    if round.state == ScoringState.CLOSED:
        return ScoringCriterion.objects.filter(scored)
    return ScoringCriterion.objects.filter(scored | Q(archived_on=None))


def _not_shown(reader: Any) -> Q:
    """Events of others' scores while their round is open."""
    return Q(round__state=ScoringState.OPEN) & ~Q(scorer=reader.pk)


hide("initiatives.score", _not_shown)
