"""Criteria, rounds, scores and results as they are read and sent."""

from typing import Any

import numpy as np
from rest_framework import serializers

from core.api.lookup import Reference
from core.api.shapes import Shaped, Written
from initiatives.api.references import InitiativeReference
from initiatives.enums import Axis, Better, ScoringState
from initiatives.models import Initiative, ScoringCriterion, ScoringRound
from initiatives.queries import visible_initiatives
from initiatives.scoring.reading import Sheet
from initiatives.scoring.visible import visible_scoring_rounds
from org.models import User


class ScoringCriterionInput(Written):
    """By what initiatives are compared."""

    name = serializers.CharField(max_length=100)
    help = serializers.CharField(allow_blank=True, required=False)
    weight = serializers.FloatField(min_value=0, required=False)
    better = serializers.ChoiceField(choices=Better.choices, required=False)
    axis = serializers.ChoiceField(choices=Axis.choices, required=False)
    position = serializers.IntegerField(min_value=0, max_value=10_000, required=False)


class ScoringCriterionChange(ScoringCriterionInput):
    """What of a criterion may change; `archived`: no new round asks for it."""

    archived = serializers.BooleanField(required=False)


class ScoringCriterionSerializer(Shaped):
    """A criterion of scoring."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    help = serializers.CharField(read_only=True)
    weight = serializers.FloatField(read_only=True)
    better = serializers.ChoiceField(choices=Better.choices, read_only=True)
    axis = serializers.ChoiceField(choices=Axis.choices, read_only=True)
    position = serializers.IntegerField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)


def _people() -> serializers.ListField:
    return serializers.ListField(
        child=Reference("email__iexact", queryset=User.objects.filter(is_active=True)), required=False
    )


class ScoringRoundInput(Written):
    """A new round; people are asked at once."""

    name = serializers.CharField(max_length=200)
    note = serializers.CharField(allow_blank=True, required=False)
    closes_on = serializers.DateField(allow_null=True, required=False)
    initiatives = serializers.ListField(child=InitiativeReference())
    scorers = serializers.ListField(
        child=Reference("email__iexact", queryset=User.objects.filter(is_active=True))
    )


class ScoringRoundChange(ScoringRoundInput):
    """What of a round may change; `initiatives` and `scorers` say all of them, `state` closes or opens it."""

    state = serializers.ChoiceField(choices=ScoringState.choices, required=False)


class ScorerSerializer(serializers.Serializer):
    """Somebody who is asked, and whether they are through."""

    person = serializers.CharField(source="person.email")
    done = serializers.SerializerMethodField()

    def get_done(self, scorer: Any) -> bool:
        """Whether they said so."""
        return scorer.done_at is not None


class ScoringRoundSerializer(Shaped):
    """A round of scoring; of its initiatives those that the caller may know of."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    note = serializers.CharField(read_only=True)
    state = serializers.ChoiceField(choices=ScoringState.choices, read_only=True)
    closes_on = serializers.DateField(read_only=True, allow_null=True)
    begun_by = Reference("email", read_only=True, allow_null=True)
    initiatives = serializers.SerializerMethodField()
    scorers = ScorerSerializer(many=True, read_only=True)

    def get_initiatives(self, round: ScoringRound) -> list[str]:
        """Their codes; `seen` is prefetched."""
        return [each.code for each in round.seen]  # type: ignore[attr-defined]


class ScoringRoundReference(Reference):
    """A round by its id, as far as the caller may know of it."""

    def __init__(self, **rest: Any) -> None:
        rest.setdefault("queryset", ScoringRound.objects.all())
        super().__init__(code_field="", **rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        return visible_scoring_rounds(request.user) if request is not None else super().get_queryset()


class ScoreInput(Written):
    """One's own score of an initiative by a criterion; the same again replaces it."""

    round = ScoringRoundReference()
    initiative = InitiativeReference()
    criterion = Reference("", queryset=ScoringCriterion.objects.all())
    value = serializers.IntegerField(min_value=1, max_value=5)
    note = serializers.CharField(allow_blank=True, required=False, max_length=300)


class ScoreSerializer(Shaped):
    """A score; others' are shown once their round is closed, or the caller is through with it."""

    id = serializers.IntegerField(read_only=True)
    round = Reference("", read_only=True)
    initiative = Reference(read_only=True)
    criterion = Reference("", read_only=True)
    scorer = Reference("email", read_only=True)
    value = serializers.IntegerField(read_only=True)
    note = serializers.CharField(read_only=True)


class ScoredInput(Written):
    """Whether one is through with one's scores."""

    done = serializers.BooleanField()


class WeightedCriterionSerializer(serializers.Serializer):
    """A criterion with its weight."""

    id = serializers.IntegerField(source="pk")
    name = serializers.CharField()
    weight = serializers.FloatField()
    better = serializers.ChoiceField(choices=Better.choices)
    axis = serializers.ChoiceField(choices=Axis.choices)


class ScoringResultLineSerializer(serializers.Serializer):
    """An initiative with its result; numbers are 0 to 100, null where nobody scored."""

    initiative = serializers.CharField()
    rank = serializers.IntegerField(allow_null=True)
    score = serializers.FloatField(allow_null=True)
    lowest = serializers.FloatField(allow_null=True, help_text="Of the scorers' own results.")
    highest = serializers.FloatField(allow_null=True)
    deviation = serializers.FloatField(allow_null=True)
    value = serializers.FloatField(allow_null=True)
    effort = serializers.FloatField(allow_null=True)
    given = serializers.IntegerField()
    asked = serializers.IntegerField()
    apart = serializers.ListField(
        child=serializers.IntegerField(), help_text="Criteria whose scores differ by two points or more."
    )


class ScoringResultSerializer(serializers.Serializer):
    """The result of a round, the best first, with the weights of today."""

    round = serializers.IntegerField()
    criteria = WeightedCriterionSerializer(many=True)
    initiatives = ScoringResultLineSerializer(many=True)


def result_data(sheet: Sheet) -> dict[str, Any]:
    """What `ScoringResultSerializer` shows of a round."""
    return {
        "round": sheet.round.pk,
        "criteria": sheet.criteria,
        "initiatives": [_line(sheet, place) for place in sheet.best_first],
    }


def _line(sheet: Sheet, place: int) -> dict[str, Any]:
    result = sheet.result
    numbers = {
        name: _number(getattr(result, name)[place])
        for name in ("score", "lowest", "highest", "deviation", "value", "effort")
    }
    apart = [each.pk for each, differs in zip(sheet.criteria, result.apart[place], strict=True) if differs]
    return {
        "initiative": sheet.initiatives[place].code,
        "rank": int(result.ranks[place]) or None,
        **numbers,
        "given": int(result.given[place]),
        "asked": result.asked,
        "apart": apart,
    }


def _number(value: Any) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)


def seen_initiatives(user: Any) -> Any:
    """The initiatives that a round's answer names."""
    return visible_initiatives(user) if user is not None else Initiative.objects.none()
