"""/api/v1/scorecards/{plan}/?department=&period=: the numbers of the scorecard page."""

from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.lookup import found
from core.api.resources import Api
from kpis.api.as_of import AS_OF, as_of_asked
from kpis.as_of import AsOf
from kpis.engine.frequency import Frequency, Period, PeriodError
from kpis.engine.periods import Calendar
from kpis.queries import calendar as fiscal_calendar
from org.models import Department
from org.queries import path_of, root_department
from strategy.api import explanations
from strategy.api.examples import SCORECARD
from strategy.api.explanation_example import EXPLANATION
from strategy.default_period import TOO_FINE, default_period
from strategy.goals.assessing import assessments_of
from strategy.models import Plan
from strategy.queries import visible_plans
from strategy.scoring import as_data, read_scorecard

_STATUS = (
    "`green`, `amber`, `red`, or a state in place of one: `not_applicable`, `not_due`, `due`, `late`,"
    " `missing`, `insufficient_data`, `unscored`."
)


_MARKS = "`to_date`, `held`, `as_at`, `carried`, `restated`, `overridden`."


class NodeSerializer(serializers.Serializer):
    """What every level of a scorecard has."""

    code = serializers.CharField(allow_null=True)
    name = serializers.CharField(allow_null=True)
    score = serializers.FloatField(allow_null=True, help_text="0 to 100; 200/3 is on target.")
    status = serializers.CharField(help_text=_STATUS)
    coverage = serializers.FloatField(help_text="Share of the expected values that are in, 0 to 1.")
    change = serializers.FloatField(allow_null=True, help_text="Score minus that of the period before.")


class StatusByHandSerializer(serializers.Serializer):
    """A status set by hand, beside the computed one."""

    status = serializers.CharField()
    reason = serializers.CharField()
    expires_on = serializers.DateField(help_text="The last day on which it holds.")
    by = serializers.CharField()


class KpiLineSerializer(NodeSerializer):
    """A KPI under an objective."""

    unit = serializers.CharField()
    weight = serializers.FloatField()
    value = serializers.FloatField(allow_null=True)
    target = serializers.FloatField(allow_null=True, help_text="Of the whole period; a band's lower edge.")
    target_to_date = serializers.FloatField(
        allow_null=True, help_text="Over the reported values: what the score compares with."
    )
    band_to = serializers.FloatField(allow_null=True, help_text="A band's upper edge, to date.")
    red_line = serializers.FloatField(allow_null=True, help_text="To date.")
    reported = serializers.IntegerField()
    expected = serializers.IntegerField()
    shown_period = serializers.CharField(help_text="Another than asked for where the number is held.")
    marks = serializers.ListField(child=serializers.CharField(), help_text=_MARKS)
    override = StatusByHandSerializer(
        allow_null=True, help_text="A status set by hand; `status` is the computed one."
    )
    signal = serializers.IntegerField(
        help_text="1: too high for chance in this period, -1: too low, 0: noise, or too few points."
    )
    reading = serializers.CharField(
        allow_null=True,
        help_text="What signal and status say together: `change_the_process`, `find_the_cause`,"
        " `early_warning`, `leave_alone`; null without natural limits or without a colour.",
    )


class ObjectiveLineSerializer(NodeSerializer):
    """An objective with its KPIs."""

    weight = serializers.FloatField()
    assessment = serializers.CharField(
        allow_null=True,
        help_text="`green`, `amber` or `red`: how its owner's commentary on the period sees it; `status` is"
        " the computed one. Null without one, and at departments below the top.",
    )
    kpis = KpiLineSerializer(many=True)


class PerspectiveLineSerializer(NodeSerializer):
    """A perspective with its objectives; code and name are null for objectives without one."""

    weight = serializers.FloatField()
    objectives = ObjectiveLineSerializer(many=True)


class ScorecardSerializer(NodeSerializer):
    """A plan at a department and period."""

    department = serializers.CharField()
    period = serializers.CharField()
    as_of = serializers.DateField()
    computed_at = serializers.DateTimeField(allow_null=True)
    computing = serializers.BooleanField(help_text="Changed values are not in the scores yet.")
    perspectives = PerspectiveLineSerializer(many=True)
    priorities = NodeSerializer(many=True)


class Scorecards(Api, ViewSet):
    """Scores of a plan, its perspectives, objectives and KPIs at a department and period."""

    example = SCORECARD
    permissions = {"read": "strategy.view_scorecard", "explain": "strategy.view_scorecard"}
    query_parameters = {"department", "period", "as_of"}
    lookup_url_kwarg = "ref"
    lookup_value_regex = "[^/]+"

    @extend_schema(
        responses=ScorecardSerializer,
        parameters=[
            OpenApiParameter("department", str, description="Code or id; else the department at the top."),
            OpenApiParameter(
                "period", str, description="`2026-Q1`, `2026-03`, `2026`; else the last quarter."
            ),
            AS_OF,
        ],
    )
    def retrieve(self, request: Request, ref: str) -> Response:
        """The scorecard of a plan (code or id)."""
        plan = _plan_asked(request, ref)
        calendar, as_of = fiscal_calendar(), as_of_asked(request)
        period = period_asked(request, calendar, plan, as_of)
        card = read_scorecard(plan, department_asked(request, as_of), period, as_of.day, as_of.known_at)
        return Response(ScorecardSerializer(as_data(card, assessments_of(card, as_of.known_at))).data)

    @extend_schema(
        responses=explanations.ExplanationSerializer,
        parameters=explanations.PARAMETERS,
        examples=[EXPLANATION],
    )
    @action(detail=True, methods=["get"], query_parameters=explanations.NAMES)
    def explain(self, request: Request, ref: str) -> Response:
        """Why a score of the plan is what it is: contributions, what moved it, what is missing."""
        plan = _plan_asked(request, ref)
        calendar, as_of = fiscal_calendar(), as_of_asked(request)
        period = period_asked(request, calendar, plan, as_of)
        return Response(
            explanations.explained(request, plan, department_asked(request, as_of), period, as_of)
        )


def _plan_asked(request: Request, ref: str) -> Plan:
    """The plan by code or id; 404 for one that the caller may not know of."""
    plan: Plan | None = found(visible_plans(request.user), "code", ref)
    if plan is None:
        raise Http404(ref)
    return plan


def department_asked(request: Request, as_of: AsOf) -> Department:
    """The department that `?department=` names, else the one at the top on the day; 400 for another."""
    reference = request.query_params.get("department")
    department = found(Department.objects.all(), "code", reference) if reference else None
    if not reference:
        department = root_department(as_of.day, as_of.known_at)
    if department is None or path_of(department, as_of.day, as_of.known_at) is None:
        raise ValidationError(
            {"department": _("There is no department %(ref)s.") % {"ref": repr(reference or "")}}
        )
    return department


def period_asked(request: Request, calendar: Calendar, plan: Plan, as_of: AsOf) -> Period:
    """The period that `?period=` names, else the plan's usual one; 400 for what a scorecard does not show."""
    text = request.query_params.get("period")
    if not text:
        return default_period(plan, calendar, as_of.day)
    try:
        period = calendar.parse(text)
    except PeriodError as error:
        raise ValidationError({"period": str(error)}) from error
    if period.frequency.is_finer_than(Frequency.MONTH):
        raise ValidationError({"period": TOO_FINE})
    return period
