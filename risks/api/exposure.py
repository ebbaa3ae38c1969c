"""/api/v1/risk-quantities/ and /api/v1/exposure-runs/"""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from org.models import Department
from risks.actions import exposure as actions
from risks.api import exposure_examples as examples
from risks.api.references import RiskReference
from risks.enums import RiskKind, Spread
from risks.exposure.inputs import Scope
from risks.models import ExposureRun, RiskCategory, RiskQuantity
from risks.queries import visible_risks

TEND, COMPUTE = "risks.tend_risk", "risks.compute_exposure"


class RiskQuantitySerializer(Shaped):
    """A risk in numbers: probability in a year, and impact in money."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    probability = serializers.FloatField(read_only=True)
    spread = serializers.ChoiceField(choices=Spread.choices, read_only=True)
    low = serializers.FloatField(read_only=True)
    likely = serializers.FloatField(read_only=True, allow_null=True)
    high = serializers.FloatField(read_only=True)
    after_probability = serializers.FloatField(read_only=True, allow_null=True)
    after_factor = serializers.FloatField(read_only=True, allow_null=True)
    basis = serializers.CharField(read_only=True)
    estimated_by = Reference(code_field="email", read_only=True, allow_null=True)
    estimated_on = serializers.DateField(read_only=True, allow_null=True)


def _amount(**more: Any) -> serializers.FloatField:
    return serializers.FloatField(min_value=0, max_value=actions.MOST_MONEY, **more)


class RiskQuantityChange(Written):
    """What of an estimate may change."""

    probability = serializers.FloatField(min_value=0, max_value=1)
    spread = serializers.ChoiceField(choices=Spread.choices, required=False)
    low = _amount(help_text="Lowest impact; lognormal: the 5 % point.")
    likely = _amount(allow_null=True, required=False, help_text="Most likely impact; not for lognormal.")
    high = _amount(help_text="Highest impact; lognormal: the 95 % point.")
    after_probability = serializers.FloatField(
        min_value=0,
        max_value=1,
        allow_null=True,
        required=False,
        help_text="Once the response is done; null: as now.",
    )
    after_factor = serializers.FloatField(
        min_value=0,
        max_value=actions.MOST_FACTOR,
        allow_null=True,
        required=False,
        help_text="Share of the impact that remains once the response is done; null: all of it.",
    )
    basis = serializers.CharField(allow_blank=True, required=False)


class RiskQuantityInput(RiskQuantityChange):
    """A risk in numbers; said again for the same risk it replaces what was said."""

    risk = RiskReference()


class RiskQuantityFilters(Filters):
    """By risk, and by when it was estimated."""

    risk = ByReference(visible_risks)

    class Meta:
        model = RiskQuantity
        fields = {"id": ["in"], "estimated_on": ["gte", "lte"]}


class RiskQuantities(Creates, Changes, Removes, Resource):
    """Risks in numbers, of the risks that the caller may know of."""

    queryset = RiskQuantity.objects.select_related("risk__department", "estimated_by")
    serializer_class = RiskQuantitySerializer
    input_class, change_class = RiskQuantityInput, RiskQuantityChange
    filterset_class = RiskQuantityFilters
    code_field = ""
    search_fields = ["basis"]
    ordering_fields = ["id", "estimated_on", "probability"]
    example, input_example = examples.QUANTITY, examples.QUANTITY_INPUT
    change_example = {"probability": 0.05}
    permissions = {
        "read": "risks.view_risk",
        **dict.fromkeys(("create", "change", "remove"), "risks.tend_part"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the risks that the caller may know of."""
        return queryset.filter(risk__in=visible_risks(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> RiskQuantity:
        """Estimate, or estimate anew."""
        authorise(self.caller, TEND, data["risk"])
        return actions.estimate_risk(by=self.caller, **data)

    def change_one(self, obj: RiskQuantity, data: dict[str, Any]) -> RiskQuantity:
        """What was sent; the rest stays."""
        return actions.estimate_risk(by=self.caller, risk=obj.risk, **data)

    def remove_one(self, obj: RiskQuantity) -> None:
        """Take the numbers back."""
        actions.forget_estimate(by=self.caller, quantity=obj)


class ExposureFigureSerializer(serializers.Serializer):
    """A figure with its 95 % interval: the uncertainty of the simulation."""

    value = serializers.FloatField()
    low = serializers.FloatField()
    high = serializers.FloatField()


class ExposureRunSerializer(Shaped):
    """A computed exposure in short; `result` has all of it."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    seed = serializers.IntegerField(read_only=True)
    years = serializers.IntegerField(read_only=True)
    department = serializers.CharField(source="inputs.scope.department", read_only=True)
    category = serializers.CharField(source="inputs.scope.category", read_only=True)
    kind = serializers.CharField(source="inputs.scope.kind", read_only=True)
    risks = serializers.SerializerMethodField(help_text="How many risks with numbers it counts.")
    without_numbers = serializers.SerializerMethodField(help_text="How many have none, and count as nothing.")
    expected = serializers.SerializerMethodField(help_text="Loss of an average year.")
    expected_after = serializers.SerializerMethodField(help_text="The same once the response is done.")
    made_by = Reference(code_field="email", read_only=True, allow_null=True)
    made_at = serializers.DateTimeField(read_only=True)

    def get_risks(self, run: ExposureRun) -> int:
        """With numbers."""
        return len(run.inputs["risks"])

    def get_without_numbers(self, run: ExposureRun) -> int:
        """Without."""
        return len(run.inputs["without"])

    @extend_schema_field(ExposureFigureSerializer)
    def get_expected(self, run: ExposureRun) -> dict[str, float]:
        """Now."""
        figure: dict[str, float] = run.result["now"]["expected"]
        return figure

    @extend_schema_field(ExposureFigureSerializer)
    def get_expected_after(self, run: ExposureRun) -> dict[str, float]:
        """Once the response is done."""
        figure: dict[str, float] = run.result["after"]["expected"]
        return figure


class ExposureRunInput(Written):
    """Which risks are simulated, how many years, with which seed; it is computed at once."""

    name = serializers.CharField(max_length=200)
    seed = serializers.IntegerField(min_value=0, max_value=actions.MOST_SEED, required=False)
    years = serializers.IntegerField(
        min_value=actions.FEWEST_YEARS, max_value=actions.MOST_YEARS, required=False
    )
    department = Reference(
        queryset=Department.objects.all(),
        allow_null=True,
        required=False,
        help_text="With those below it.",
    )
    category = Reference("name", queryset=RiskCategory.objects.all(), allow_null=True, required=False)
    kind = serializers.ChoiceField(choices=RiskKind.choices, allow_blank=True, required=False)


class ExposureResultSerializer(serializers.Serializer):
    """The whole result with its inputs: from them and the seed it is computed again, bit for bit."""

    run = serializers.IntegerField()
    inputs = serializers.DictField()
    result = serializers.DictField()


class ExposureRuns(Creates, Removes, Resource):
    """What all risks together may cost in a year."""

    queryset = ExposureRun.objects.select_related("made_by")
    serializer_class = ExposureRunSerializer
    input_class = ExposureRunInput
    filterset_fields = {"id": ["in"], "made_at": ["gte", "lte"]}
    code_field = ""
    search_fields = ["name"]
    ordering_fields = ["made_at", "name"]
    example, input_example = examples.RUN, examples.RUN_INPUT
    permissions = {
        "read": "risks.view_exposure",
        "result": "risks.view_exposure",
        **dict.fromkeys(("create", "remove"), COMPUTE),
    }

    def create_one(self, data: dict[str, Any]) -> ExposureRun:
        """Compute it now."""
        scope = Scope(data.pop("department", None), data.pop("category", None), data.pop("kind", ""))
        return actions.compute_exposure(by=self.caller, scope=scope, **data)

    def remove_one(self, obj: ExposureRun) -> None:
        """The history keeps it."""
        actions.remove_run(by=self.caller, run=obj)

    @extend_schema(responses=ExposureResultSerializer, examples=[examples.RESULT])
    @action(detail=True, methods=["get"])
    def result(self, _request: Request, **_kwargs: Any) -> Response:
        """Inputs, curve, appetite, and what each risk drives and its response saves."""
        run = self.get_object()
        whole = {"run": run.pk, "inputs": run.inputs, "result": run.result}
        return Response(ExposureResultSerializer(whole).data)
