"""/api/v1/formula-checks/: what a formula would show, before it is saved."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.lookup import Reference
from core.api.resources import Api
from core.api.shapes import Written
from core.errors import Refused
from kpis.api.examples import FORMULA_CHECK, FORMULA_CHECK_INPUT
from kpis.engine.formulas.tokens import MAX_LENGTH
from kpis.engine.periods import Calendar
from kpis.formulas.preview import Preview, preview
from kpis.queries import calendar as fiscal_calendar
from org.models import Department
from org.queries import root_department


class FormulaCheckInput(Written, serializers.Serializer):
    """A formula to try."""

    formula = serializers.CharField(max_length=MAX_LENGTH)
    code = serializers.CharField(
        max_length=60, required=False, help_text="Of the KPI it is for, so that a cycle is found."
    )
    department = Reference(
        queryset=Department.objects.all(), required=False, help_text="Where to try it; else at the top."
    )


class FormulaErrorSerializer(serializers.Serializer):
    """What is wrong with a formula, and the character at which it shows."""

    message = serializers.CharField()
    code = serializers.CharField(help_text="`formula`, `cycle` or `work`.")


class FormulaInputSerializer(serializers.Serializer):
    """A KPI that the formula uses."""

    code = serializers.CharField()
    name = serializers.CharField()
    frequency = serializers.CharField()
    required = serializers.BooleanField(help_text="Without it there is no value.")  # type: ignore[assignment]


class FormulaPeriodSerializer(serializers.Serializer):
    """What the formula shows in a period."""

    period = serializers.CharField()
    value = serializers.FloatField(allow_null=True)
    coverage = serializers.FloatField(help_text="Share of what it needs that is in, 0 to 1.")


class FormulaCheckSerializer(serializers.Serializer):
    """Either errors, or inputs, native frequency and the last twelve periods."""

    valid = serializers.BooleanField()
    errors = FormulaErrorSerializer(many=True)  # type: ignore[assignment]
    inputs = FormulaInputSerializer(many=True)
    frequency = serializers.CharField(allow_null=True)
    department = serializers.CharField()
    periods = FormulaPeriodSerializer(many=True)


class FormulaChecks(Api, ViewSet):
    """Tries formulas; nothing is stored."""

    takes_arrays = False
    example, input_example = FORMULA_CHECK, FORMULA_CHECK_INPUT
    permissions = {"create": "kpis.edit_kpi"}

    @extend_schema(request=FormulaCheckInput, responses={200: FormulaCheckSerializer})
    def create(self, request: Request) -> Response:
        """Say what is wrong with a formula, or what it shows at a department."""
        asked = FormulaCheckInput(data=request.data)
        asked.is_valid(raise_exception=True)
        department = asked.validated_data.get("department") or root_department()
        if department is None:
            raise ValidationError({"department": [_("There is no department yet.")]})
        formula, code = asked.validated_data["formula"], asked.validated_data.get("code", "…")
        return Response({**_answer(formula, code, department), "department": department.code})


def _answer(formula: str, code: str, department: Department) -> dict[str, Any]:
    calendar = fiscal_calendar()
    try:
        shown = preview(formula, code, department.pk, calendar, timezone.localdate())
    except Refused as refusal:
        errors = [{"message": fault.message, "code": fault.code} for fault in refusal.faults]
        return {"valid": False, "errors": errors, "inputs": [], "frequency": None, "periods": []}
    return {"valid": True, "errors": [], **_shown(shown, calendar)}


def _shown(shown: Preview, calendar: Calendar) -> dict[str, Any]:
    return {
        "inputs": [
            {
                "code": each.kpi.code,
                "name": each.kpi.name,
                "frequency": str(each.frequency),
                "required": each.required,
            }
            for each in shown.inputs
        ],
        "frequency": str(shown.checked.frequency),
        "periods": [
            {"period": calendar.format(each.period), "value": each.value, "coverage": each.coverage}
            for each in shown.periods
        ],
    }
