"""/api/v1/commentaries/"""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from strategy.actions.participation import period_named, remove_commentary, write_commentary
from strategy.api import goal_examples as examples
from strategy.api.goal_findings import ComputedSerializer
from strategy.api.goals import objectives_by_ref
from strategy.api.references import ObjectiveReference
from strategy.enums import Assessment
from strategy.goals.commentary import beside_scores, period_of
from strategy.goals.queries import visible_commentaries
from strategy.models import Commentary
from strategy.queries import visible_plans


class _Beside(serializers.ListSerializer):
    """Many commentaries, whose scores are read together."""

    def to_representation(self, data: Any) -> list[Any]:
        """Each beside its score."""
        commentaries = list(data)
        for said in beside_scores(commentaries):
            said.commentary.said = said  # type: ignore[attr-defined]
        return super().to_representation(commentaries)


class CommentarySerializer(Shaped):
    """What was said of an objective in a period, beside what was computed (null: nothing)."""

    id = serializers.IntegerField(read_only=True)
    plan = serializers.CharField(source="objective.plan.code", read_only=True)
    objective = ObjectiveReference(read_only=True)
    period = serializers.CharField(source="said.code", read_only=True)
    text = serializers.CharField(read_only=True)
    assessment = serializers.ChoiceField(choices=Assessment.choices, allow_blank=True, read_only=True)
    computed = ComputedSerializer(source="said.computed", read_only=True, allow_null=True)
    differs = serializers.BooleanField(
        source="said.differs",
        read_only=True,
        help_text="Whether its writer sees it otherwise.",
    )
    author = Reference(code_field="email", read_only=True, allow_null=True)
    written_at = serializers.DateTimeField(read_only=True)

    class Meta:
        list_serializer_class = _Beside

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """With its score, where it is not among many."""
        if not hasattr(instance, "said"):
            instance.said = beside_scores([instance])[0]
        return super().to_representation(instance)


class CommentaryChange(Written):
    """The words, and how their writer sees the objective (empty: says nothing of it)."""

    text = serializers.CharField()
    assessment = serializers.ChoiceField(choices=Assessment.choices, allow_blank=True, required=False)


class CommentaryInput(CommentaryChange):
    """What happened in a period (`2026-Q1`); what was said of it before is replaced."""

    objective = ObjectiveReference()
    period = serializers.CharField(max_length=20)


class CommentaryFilters(Filters):
    """By plan and objective."""

    plan = ByReference(visible_plans, field_name="objective__plan")
    objective = ByReference(objectives_by_ref, code_field="ref")

    class Meta:
        model = Commentary
        fields = {"id": ["in"], "assessment": ["exact"], "frequency": ["exact"]}


class Commentaries(Creates, Changes, Removes, Resource):
    """What owners say of their objectives, period by period."""

    queryset = Commentary.objects.select_related("objective__plan", "objective__lead", "author")
    serializer_class = CommentarySerializer
    input_class, change_class = CommentaryInput, CommentaryChange
    filterset_class = CommentaryFilters
    code_field = ""
    search_fields = ["text"]
    ordering_fields = ["period", "written_at"]
    example, input_example = examples.COMMENTARY, examples.COMMENTARY_INPUT
    change_example = {"text": "The quay bridge was closed for five weeks, not three."}
    # Reading follows the plan; writing asks for strategy.tend_objective of the objective itself.
    permissions = {
        "read": "strategy.view_plan",
        "create": "strategy.tend_objective",
        "change": "strategy.tend_commentary",
        "remove": "strategy.tend_commentary",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those on objectives that the user may know of."""
        return queryset.filter(pk__in=visible_commentaries(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Commentary:
        """One a period."""
        authorise(self.caller, "strategy.tend_objective", data["objective"])
        period = period_named(data.pop("period"))
        return write_commentary(by=self.caller, period=period, **data)

    def change_one(self, obj: Commentary, data: dict[str, Any]) -> Commentary:
        """Its words, and the assessment."""
        words = {"text": obj.text, "assessment": obj.assessment, **data}
        return write_commentary(by=self.caller, objective=obj.objective, period=period_of(obj), **words)

    def remove_one(self, obj: Commentary) -> None:
        """Take it back."""
        remove_commentary(by=self.caller, commentary=obj)
