"""/api/v1/risk-ratings/"""

from typing import Any

from rest_framework import serializers

from core.api.resources import Creates
from core.api.shapes import Shaped, Written
from risks.actions.rating import rate_risk
from risks.api import rating_examples as examples
from risks.api.parts import TEND_PART, OfRiskFilters, OfRisks
from risks.api.references import RiskReference, person
from risks.enums import Knowledge, RatingKind
from risks.matrices import band_of
from risks.models import RiskRating
from risks.views.seen import VIEW


class RiskRatingSerializer(Shaped):
    """A rating on a day; the latest of a kind counts. Levels count from 1."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    kind = serializers.ChoiceField(choices=RatingKind.choices, read_only=True)
    matrix = serializers.IntegerField(source="matrix_id", read_only=True)
    likelihood = serializers.IntegerField(read_only=True)
    impact = serializers.IntegerField(read_only=True)
    score = serializers.IntegerField(read_only=True, help_text="As the matrix made it then.")
    band = serializers.SerializerMethodField()
    rationale = serializers.CharField(read_only=True)
    rated_on = serializers.DateField(read_only=True)
    assessor = person(read_only=True)
    rated_at = serializers.DateTimeField(read_only=True)

    def get_band(self, rating: RiskRating) -> str:
        """The word of its matrix for this score."""
        return str(band_of(rating.matrix, rating.score).label)


class RiskRatingInput(Written):
    """A rating by the matrix in use; without `kind` the current one, without `rated_on` of today."""

    risk = RiskReference()
    likelihood = serializers.IntegerField(min_value=1)
    impact = serializers.IntegerField(min_value=1)
    kind = serializers.ChoiceField(choices=RatingKind.choices, required=False)
    rationale = serializers.CharField(allow_blank=True, required=False)
    rated_on = serializers.DateField(required=False)
    knowledge = serializers.ChoiceField(
        choices=Knowledge.choices,
        allow_blank=True,
        required=False,
        help_text="On how much it rests; kept with the risk.",
    )


class RiskRatingFilters(OfRiskFilters):
    """By risk, situation, score and day."""

    class Meta:
        model = RiskRating
        fields = {
            "id": ["in"],
            "kind": ["exact", "in"],
            "score": ["gte", "lte"],
            "rated_on": ["gte", "lte"],
        }


class RiskRatings(Creates, OfRisks):
    """How risks were rated; a rating is never changed, a new one corrects it."""

    queryset = RiskRating.objects.select_related("risk__department", "matrix", "assessor")
    serializer_class = RiskRatingSerializer
    input_class = RiskRatingInput
    filterset_class = RiskRatingFilters
    search_fields = ["rationale"]
    ordering_fields = ["rated_on", "rated_at", "score"]
    example, input_example = examples.RATING, examples.RATING_INPUT
    permissions = {"read": VIEW, "create": TEND_PART}

    def create_one(self, data: dict[str, Any]) -> RiskRating:
        """For who looks after the risk."""
        self.looks_after(data["risk"])
        return rate_risk(by=self.caller, **data)
