"""What explains a KPI's cell, as REST answers it."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from kpis.api.as_of import AS_OF, as_of_asked
from kpis.as_of import AsOf
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.periods import Calendar
from kpis.explaining import Question, explain_cell
from kpis.explaining.plain import cell_data
from kpis.models import KPI
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import definition_of
from kpis.reading import has_cells
from kpis.store.rules import KnownRules, rules_of
from kpis.wording import last_ended
from org.queries import TreeNode, department_tree

_POINTS = "Points of the score; null where one of the two scores is wanting."
PARAMETERS = [
    OpenApiParameter("department", str, description="Code or id; else the department at the top."),
    OpenApiParameter("period", str, description="`2026-Q1`, `2026-03`, `2026`; else the last quarter."),
    AS_OF,
]
NAMES = frozenset({"department", "period", "as_of"})


class MissingValueSerializer(serializers.Serializer):
    """A value that was expected and is not in; of a formula, one of an input."""

    kpi = serializers.CharField()
    department = serializers.CharField()
    period = serializers.CharField()
    due_on = serializers.DateField()
    steward = serializers.CharField(allow_null=True, help_text="E-mail address; null: nobody is asked.")
    awaiting_approval = serializers.BooleanField(help_text="It was entered and waits for approval.")


class EffectsSerializer(serializers.Serializer):
    """What each effect did to a score, substituted in this order; together they are the change."""

    actuals = serializers.FloatField()
    anchors = serializers.FloatField(help_text="Targets and lines.")
    weights = serializers.FloatField()
    membership = serializers.FloatField()
    definitions = serializers.FloatField()


class DepartmentPartSerializer(serializers.Serializer):
    """A department's part of a value; `own`: what the department itself reports."""

    department = serializers.CharField()
    own = serializers.BooleanField()
    value = serializers.FloatField(allow_null=True)
    share = serializers.FloatField(
        allow_null=True, help_text="Of the value; null where values do not add up."
    )
    change = serializers.FloatField(
        allow_null=True, help_text="What it added to the value's change; null where values do not add up."
    )
    status = serializers.CharField(allow_null=True)
    coverage = serializers.FloatField(allow_null=True)


class InputSerializer(serializers.Serializer):
    """An input of a formula."""

    kpi = serializers.CharField()
    name = serializers.CharField()
    value = serializers.FloatField(allow_null=True)
    status = serializers.CharField()
    coverage = serializers.FloatField()


class CellExplanationSerializer(serializers.Serializer):
    """Why a KPI's number at a department in a period is what it is."""

    kpi = serializers.CharField()
    name = serializers.CharField()
    unit = serializers.CharField()
    department = serializers.CharField()
    period = serializers.CharField()
    shown_period = serializers.CharField(help_text="Another than asked for where the number is held.")
    against = serializers.CharField(help_text="The period before.")
    as_of = serializers.DateField()
    value = serializers.FloatField(allow_null=True)
    value_before = serializers.FloatField(allow_null=True)
    direction = serializers.CharField(help_text="`up`, `down` or `band`.")
    target_to_date = serializers.FloatField(allow_null=True, help_text="A band's lower edge.")
    red_line = serializers.FloatField(allow_null=True)
    best = serializers.FloatField(allow_null=True)
    worst = serializers.FloatField(allow_null=True)
    band_to = serializers.FloatField(allow_null=True)
    red_line_above = serializers.FloatField(allow_null=True)
    score = serializers.FloatField(allow_null=True)
    score_text = serializers.CharField(help_text="How the score comes about, in numbers.")
    status = serializers.CharField()
    coverage = serializers.FloatField()
    reported = serializers.IntegerField()
    expected = serializers.IntegerField()
    before = serializers.FloatField(allow_null=True, help_text="The score in the period before.")
    change = serializers.FloatField(allow_null=True, help_text=_POINTS)
    effects = EffectsSerializer(allow_null=True)
    departments = DepartmentPartSerializer(many=True)
    formula = serializers.CharField()
    inputs = InputSerializer(many=True)
    missing = MissingValueSerializer(many=True)


def explained(request: Request, kpi: KPI) -> dict[str, Any]:
    """The explanation of the cell that the request asks for."""
    calendar, as_of = fiscal_calendar(), as_of_asked(request)
    known = rules_of(definition_of(kpi, as_of.known_at))
    tree = department_tree(as_of.day, as_of.known_at)
    department = _department(request, tree)
    period = _period(request, calendar, known, as_of)
    question = Question(kpi, known, department, period, calendar, as_of)
    return dict(CellExplanationSerializer(cell_data(explain_cell(question, tree))).data)


def _department(request: Request, tree: list[TreeNode]) -> TreeNode:
    reference = request.query_params.get("department")
    found = [node for node in tree if not reference or reference in (node.code, str(node.id))]
    if not found:
        message = _("There is no department %(ref)s.") % {"ref": repr(reference or "")}
        raise ValidationError({"department": message})
    return found[0]


def _period(request: Request, calendar: Calendar, known: KnownRules, as_of: AsOf) -> Period:
    text = request.query_params.get("period")
    native = known.rules.frequency
    if not text:
        usual = Frequency.QUARTER if native.is_finer_than(Frequency.QUARTER) else native
        return last_ended(calendar, usual, as_of.day)
    try:
        period = calendar.parse(text)
    except PeriodError as error:
        raise ValidationError({"period": str(error)}) from error
    if not has_cells(native, period.frequency):
        raise ValidationError({"period": _("This KPI has no number by that kind of period.")})
    return period
