"""/api/v1/risk-reviews/"""

from typing import Any

from rest_framework import serializers

from core.api.resources import Creates
from core.api.shapes import Shaped, Written
from risks.actions.reviewing import review_risk
from risks.api import rating_examples as examples
from risks.api.parts import TEND_PART, OfRiskFilters, OfRisks
from risks.api.references import RiskReference, person
from risks.enums import ReviewOutcome
from risks.models import RiskReview
from risks.views.seen import VIEW


class RiskReviewSerializer(Shaped):
    """Somebody looked at a risk: what they found, and when it is looked at again."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    reviewed_on = serializers.DateField(read_only=True)
    outcome = serializers.ChoiceField(choices=ReviewOutcome.choices, read_only=True)
    note = serializers.CharField(read_only=True)
    reviewed_by = person(read_only=True)
    next_review_on = serializers.DateField(read_only=True, allow_null=True)


class RiskReviewInput(Written):
    """A review of today; *escalated* and *closed* do what they say, and need a note."""

    risk = RiskReference()
    outcome = serializers.ChoiceField(choices=ReviewOutcome.choices, required=False)
    note = serializers.CharField(allow_blank=True, required=False)
    next_review_on = serializers.DateField(
        allow_null=True, required=False, help_text="Null: as the severity of the risk says."
    )


class RiskReviewFilters(OfRiskFilters):
    """By risk, outcome and day."""

    class Meta:
        model = RiskReview
        fields = {"id": ["in"], "outcome": ["exact", "in"], "reviewed_on": ["gte", "lte"]}


class RiskReviews(Creates, OfRisks):
    """Reviews of risks, as they were recorded."""

    queryset = RiskReview.objects.select_related("risk__department", "reviewed_by")
    serializer_class = RiskReviewSerializer
    input_class = RiskReviewInput
    filterset_class = RiskReviewFilters
    search_fields = ["note"]
    ordering_fields = ["reviewed_on"]
    example, input_example = examples.REVIEW, examples.REVIEW_INPUT
    permissions = {"read": VIEW, "create": TEND_PART}

    def create_one(self, data: dict[str, Any]) -> RiskReview:
        """For who looks after the risk."""
        self.looks_after(data["risk"])
        return review_risk(by=self.caller, **data)
