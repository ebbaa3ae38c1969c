"""/api/v1/risk-matrices/, risk-categories/, shared-causes/ and loss-appetites/: what is set once."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from risks.actions import matrices as actions
from risks.api import matrices_examples as examples
from risks.enums import Scoring
from risks.models import LossAppetite, RiskCategory, RiskMatrix, SharedCause
from risks.views.seen import VIEW

EDIT = "risks.edit_framework"
_PERMISSIONS = {"read": VIEW, **dict.fromkeys(("create", "change", "remove"), EDIT)}


class LevelSerializer(serializers.Serializer):
    """A level of likelihood or impact."""

    label = serializers.CharField(max_length=60)  # type: ignore[assignment]
    text = serializers.CharField(max_length=300, allow_blank=True, required=False, default="")


class BandSerializer(serializers.Serializer):
    """A band of scores from `least` on."""

    key = serializers.SlugField(max_length=20)
    label = serializers.CharField(max_length=60)  # type: ignore[assignment]
    tone = serializers.CharField(max_length=10, help_text="low, medium, high or extreme")
    least = serializers.IntegerField(min_value=1, max_value=999)
    review_months = serializers.IntegerField(min_value=1, max_value=60)


class RiskMatrixSerializer(Shaped):
    """A version of a matrix; levels count from 1, the lowest first."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    version = serializers.IntegerField(read_only=True)
    likelihoods = LevelSerializer(many=True, read_only=True)
    impacts = LevelSerializer(many=True, read_only=True)
    scoring = serializers.ChoiceField(choices=Scoring.choices, read_only=True)
    table = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField()), read_only=True
    )
    bands = BandSerializer(many=True, read_only=True)
    is_current = serializers.BooleanField(read_only=True)


class RiskMatrixInput(Written):
    """A matrix of 3 to 7 levels each way; `table` (rows by likelihood) for the scoring `table`."""

    name = serializers.CharField(max_length=100)
    likelihoods = LevelSerializer(many=True)
    impacts = LevelSerializer(many=True)
    scoring = serializers.ChoiceField(choices=Scoring.choices, required=False)
    table = serializers.ListField(
        child=serializers.ListField(child=serializers.IntegerField()), required=False
    )
    bands = BandSerializer(many=True)


class RiskMatrices(Creates, Changes, Removes, Resource):
    """Matrices by which risks are rated, every version."""

    queryset = RiskMatrix.objects.all()
    serializer_class = RiskMatrixSerializer
    input_class = RiskMatrixInput
    filterset_fields = {"id": ["in"], "name": ["exact"], "is_current": ["exact"]}
    code_field = ""
    ordering_fields = ["name", "version"]
    example, input_example = examples.MATRIX, examples.MATRIX_INPUT
    change_example = {"scoring": "sum"}
    permissions = {**_PERMISSIONS, "use": EDIT, "versions": EDIT}

    def create_one(self, data: dict[str, Any]) -> RiskMatrix:
        """In use at once where it is the first."""
        return actions.create_matrix(by=self.caller, **data)

    def change_one(self, obj: RiskMatrix, data: dict[str, Any]) -> RiskMatrix:
        """While nothing was rated by it (else 409: `versions`)."""
        return actions.change_matrix(by=self.caller, matrix=obj, **data)

    def remove_one(self, obj: RiskMatrix) -> None:
        """While it is not in use."""
        actions.remove_matrix(by=self.caller, matrix=obj)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def use(self, request: Request, ref: str) -> Response:
        """Rate by this one from now on."""
        obj = actions.use_matrix(by=self.caller, matrix=self.get_object())
        return self.done([obj], many=False, status=200)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def versions(self, request: Request, ref: str) -> Response:
        """A new version to change; ratings stay with the one they were made by."""
        obj = actions.new_version(by=self.caller, matrix=self.get_object())
        return self.done([obj], many=False, status=201)


class RiskCategorySerializer(Shaped):
    """A kind of risk with the highest current score that is borne."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    description = serializers.CharField(read_only=True)
    appetite = serializers.IntegerField(read_only=True, allow_null=True)
    appetite_words = serializers.CharField(read_only=True)
    position = serializers.IntegerField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)


class RiskCategoryInput(Written):
    """A category; `appetite` null: nothing is said."""

    name = serializers.CharField(max_length=100)
    description = serializers.CharField(allow_blank=True, required=False)
    appetite = serializers.IntegerField(min_value=0, max_value=999, allow_null=True, required=False)
    appetite_words = serializers.CharField(allow_blank=True, required=False)


class RiskCategoryChange(RiskCategoryInput):
    """As a new one; and its place, and whether it is still offered."""

    position = serializers.IntegerField(min_value=0, max_value=10000, required=False)
    archived = serializers.BooleanField(required=False, help_text="True: no longer offered.")


class RiskCategories(Creates, Changes, Removes, Resource):
    """Kinds of risks that the organisation tells apart."""

    queryset = RiskCategory.objects.all()
    serializer_class = RiskCategorySerializer
    input_class, change_class = RiskCategoryInput, RiskCategoryChange
    filterset_fields = {"id": ["in"], "name": ["exact", "icontains"], "archived_on": ["isnull"]}
    code_field = "name"
    ordering_fields = ["position", "name"]
    example, input_example = examples.CATEGORY, examples.CATEGORY_INPUT
    change_example = {"appetite": 8}
    permissions = _PERMISSIONS

    def create_one(self, data: dict[str, Any]) -> RiskCategory:
        """After the others."""
        return actions.create_category(by=self.caller, **data)

    def change_one(self, obj: RiskCategory, data: dict[str, Any]) -> RiskCategory:
        """Its words, its appetite, whether it is offered."""
        archived = data.pop("archived", None)
        actions.change_category(by=self.caller, category=obj, **data)
        if archived is not None:
            actions.archive_category(by=self.caller, category=obj, archived=archived)
        return obj

    def remove_one(self, obj: RiskCategory) -> None:
        """Where no risk has it (else 409)."""
        actions.remove_category(by=self.caller, category=obj)


class SharedCauseSerializer(Shaped):
    """Something that would set off several risks at once."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    strength = serializers.FloatField(read_only=True)


class SharedCauseInput(Written):
    """A cause; `strength` from 0 (ties nothing) to 1."""

    name = serializers.CharField(max_length=200)
    strength = serializers.FloatField(min_value=0, max_value=1, required=False)


class SharedCauses(Creates, Changes, Removes, Resource):
    """What ties risks together."""

    queryset = SharedCause.objects.all()
    serializer_class = SharedCauseSerializer
    input_class = SharedCauseInput
    filterset_fields = {"id": ["in"], "name": ["exact", "icontains"]}
    code_field = "name"
    ordering_fields = ["name"]
    example, input_example = examples.CAUSE, examples.CAUSE_INPUT
    change_example = {"strength": 0.3}
    permissions = _PERMISSIONS

    def create_one(self, data: dict[str, Any]) -> SharedCause:
        """One more."""
        return actions.keep_cause(by=self.caller, **data)

    def change_one(self, obj: SharedCause, data: dict[str, Any]) -> SharedCause:
        """Its name, how much it ties."""
        return actions.keep_cause(by=self.caller, cause=obj, **data)

    def remove_one(self, obj: SharedCause) -> None:
        """Where no risk has it (else 409)."""
        actions.remove_cause(by=self.caller, cause=obj)


class LossAppetiteSerializer(Shaped):
    """A point of the curve that is borne."""

    id = serializers.IntegerField(read_only=True)
    loss = serializers.DecimalField(max_digits=16, decimal_places=2, read_only=True)
    probability = serializers.FloatField(read_only=True)


class LossAppetiteInput(Written):
    """A year's loss above `loss` is borne with at most this probability."""

    loss = serializers.DecimalField(max_digits=16, decimal_places=2, min_value=0)
    probability = serializers.FloatField(min_value=0, max_value=1)


class LossAppetites(Creates, Changes, Removes, Resource):
    """What a year may cost, and how often."""

    queryset = LossAppetite.objects.all()
    serializer_class = LossAppetiteSerializer
    input_class = LossAppetiteInput
    filterset_fields = {"id": ["in"], "loss": ["gte", "lte"]}
    code_field = ""
    ordering_fields = ["loss"]
    example, input_example = examples.APPETITE, examples.APPETITE_INPUT
    change_example = {"probability": 0.05}
    permissions = {**_PERMISSIONS, "read": "risks.view_exposure"}

    def create_one(self, data: dict[str, Any]) -> LossAppetite:
        """One more point."""
        return actions.keep_appetite(by=self.caller, **data)

    def change_one(self, obj: LossAppetite, data: dict[str, Any]) -> LossAppetite:
        """Where it lies."""
        said: dict[str, Any] = {"loss": obj.loss, "probability": obj.probability} | data
        return actions.keep_appetite(by=self.caller, point=obj, **said)

    def remove_one(self, obj: LossAppetite) -> None:
        """Out of the curve."""
        actions.remove_appetite(by=self.caller, point=obj)
