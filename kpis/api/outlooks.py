"""Signals and projections of a KPI, as REST answers them."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, OpenApiParameter
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from kpis.api.as_of import AS_OF, as_of_asked
from kpis.as_of import AsOf
from kpis.engine.frequency import Period
from kpis.engine.periods import Calendar
from kpis.engine.projection import Projection
from kpis.models import KPI, Definition
from kpis.projections import KpiProjection, read_projection
from kpis.queries import calendar as fiscal_calendar
from kpis.queries import definition_of
from kpis.signals import KpiSignals, Signal, read_signals
from kpis.store.rules import KnownRules, rules_of
from org.queries import TreeNode, department_tree

PARAMETERS = [
    OpenApiParameter("department", str, description="Code or id; else the department at the top."),
    AS_OF,
]
NAMES = frozenset({"department", "as_of"})


class BaselineSerializer(serializers.Serializer):
    """A baseline: native periods between two splits; no limits below eight points."""

    since = serializers.CharField()
    until = serializers.CharField()
    centre = serializers.FloatField()
    lower = serializers.FloatField(allow_null=True)
    upper = serializers.FloatField(allow_null=True)


class SignalSerializer(serializers.Serializer):
    """Points that chance does not explain; those that follow each other are one signal."""

    since = serializers.CharField()
    period = serializers.CharField(help_text="The latest of the points.")
    value = serializers.FloatField(help_text="At the latest of the points.")
    side = serializers.IntegerField(help_text="1: too high, -1: too low.")
    rule = serializers.ChoiceField(choices=["outside", "run"])
    adverse = serializers.BooleanField(help_text="Whether it is bad news.")


class SignalsSerializer(serializers.Serializer):
    """Natural limits and signals of a KPI at a department."""

    kpi = serializers.CharField()
    department = serializers.CharField()
    as_of = serializers.DateField()
    frequency = serializers.CharField()
    points = serializers.IntegerField(help_text="Of the present baseline; eight are needed for limits.")
    baselines = BaselineSerializer(many=True)
    signals = SignalSerializer(many=True)


class ProjectedSerializer(serializers.Serializer):
    """A period to come, and the year through its end, each with the 80 % interval."""

    period = serializers.CharField()
    value = serializers.FloatField()
    lower = serializers.FloatField()
    upper = serializers.FloatField()
    to_date = serializers.FloatField()
    to_date_lower = serializers.FloatField()
    to_date_upper = serializers.FloatField()


class ProjectionSerializer(serializers.Serializer):
    """Where the running fiscal year of a KPI will end; `declined` says why there is no projection."""

    kpi = serializers.CharField()
    department = serializers.CharField()
    as_of = serializers.DateField()
    year = serializers.CharField()
    declined = serializers.CharField(
        allow_null=True, help_text="`no_target`, `too_few` (points), `stopped`, `formula`."
    )
    points = serializers.IntegerField(allow_null=True, help_text="Ended periods, where it is declined.")
    value = serializers.FloatField(allow_null=True)
    lower = serializers.FloatField(allow_null=True, help_text="80 % interval.")
    upper = serializers.FloatField(allow_null=True)
    target = serializers.FloatField(allow_null=True, help_text="Of the year; a band's lower edge.")
    band_to = serializers.FloatField(allow_null=True)
    probability = serializers.FloatField(allow_null=True, help_text="Of ending on target, 0 to 1.")
    required = serializers.FloatField(  # type: ignore[assignment]
        allow_null=True, help_text="What each period to come must bring; of a band for its lower edge."
    )
    required_to = serializers.FloatField(allow_null=True, help_text="The same for a band's upper edge.")
    so_far = serializers.FloatField(allow_null=True, help_text="Mean of the year's reported periods.")
    method = serializers.CharField(allow_null=True, help_text="`seasonal_naive` or `run_rate`.")
    backtest_error = serializers.FloatField(
        allow_null=True, help_text="Mean error in back-tests as a share of the values."
    )
    other_backtest_error = serializers.FloatField(allow_null=True, help_text="Of the other method.")
    periods = ProjectedSerializer(many=True)


def signals_of(request: Request, kpi: KPI) -> dict[str, Any]:
    """Limits and signals of the KPI at the department that the request names."""
    as_of, known, department, calendar = _asked(request, kpi)
    found = read_signals(known, department.id, calendar, as_of.day, as_of.known_at)
    data = _where(kpi, department, as_of) | {
        "frequency": str(known.rules.frequency),
        "points": found.points,
        "baselines": _baselines(found, calendar),
        "signals": [_signal(each, calendar) for each in found.signals()],
    }
    return dict(SignalsSerializer(data).data)


def projection_of(request: Request, kpi: KPI) -> dict[str, Any]:
    """The projection of the KPI at the department that the request names."""
    as_of, known, department, calendar = _asked(request, kpi)
    found = read_projection(known, department.id, calendar, as_of.day, as_of.known_at)
    data = _where(kpi, department, as_of) | {"year": calendar.format(found.year)}
    if found.made is not None:
        data |= _projected(found, found.made, calendar)
    declined = found.declined
    nothing = dict.fromkeys(ProjectionSerializer().fields, None)
    data = nothing | {"periods": []} | data
    data["declined"] = str(declined.why) if declined else None
    data["points"] = declined.points if declined else None
    return dict(ProjectionSerializer(data).data)


def _asked(request: Request, kpi: KPI) -> tuple[AsOf, KnownRules, TreeNode, Calendar]:
    as_of = as_of_asked(request)
    try:
        known = rules_of(definition_of(kpi, as_of.known_at))
    except Definition.DoesNotExist as error:
        raise ValidationError({"as_of": _("This KPI was not defined yet on that day.")}) from error
    reference = request.query_params.get("department")
    tree = department_tree(as_of.day, as_of.known_at)
    found = [node for node in tree if not reference or reference in (node.code, str(node.id))]
    if not found:
        message = _("There is no department %(ref)s.") % {"ref": repr(reference or "")}
        raise ValidationError({"department": message})
    return as_of, known, found[0], fiscal_calendar()


def _where(kpi: KPI, department: TreeNode, as_of: AsOf) -> dict[str, Any]:
    return {"kpi": kpi.code, "department": department.code, "as_of": as_of.day}


def _baselines(found: KpiSignals, calendar: Calendar) -> list[dict[str, Any]]:
    history = found.history
    return [
        {
            "since": calendar.format(history.period(each.start)),
            "until": calendar.format(history.period(each.stop - 1)),
            "centre": each.centre,
            "lower": each.lower,
            "upper": each.upper,
        }
        for each in found.found.baselines
    ]


def _signal(signal: Signal, calendar: Calendar) -> dict[str, Any]:
    return {
        "since": calendar.format(signal.started),
        "period": calendar.format(signal.period),
        "value": signal.value,
        "side": signal.side,
        "rule": "outside" if signal.outside else "run",
        "adverse": signal.adverse,
    }


def _projected(found: KpiProjection, made: Projection, calendar: Calendar) -> dict[str, Any]:
    band = made.goal.high != made.goal.low
    low, high = made.required or (None, None)
    return {
        "value": made.point,
        "lower": made.lower,
        "upper": made.upper,
        "target": made.goal.low,
        "band_to": made.goal.high if band else None,
        "probability": made.probability,
        "required": low,
        "required_to": high if band else None,
        "so_far": made.so_far,
        "method": str(made.test.way.method) if made.test else None,
        "backtest_error": made.test.share if made.test else None,
        "other_backtest_error": made.other.share if made.other else None,
        "periods": [
            _step(found.period(n), (*step.value, *step.to_date), calendar) for n, step in enumerate(made.path)
        ],
    }


def _step(period: Period, numbers: tuple[float, ...], calendar: Calendar) -> dict[str, Any]:
    names = ("value", "lower", "upper", "to_date", "to_date_lower", "to_date_upper")
    return {"period": calendar.format(period), **dict(zip(names, numbers, strict=True))}


_WHERE = {"kpi": "complaints", "department": "ROADS", "as_of": "2026-04-30"}
SIGNALS = OpenApiExample(
    "A signal",
    {
        **_WHERE,
        "frequency": "month",
        "points": 27,
        "baselines": [{"since": "2024-02", "until": "2026-04", "centre": 25.0, "lower": 12.0, "upper": 38.0}],
        "signals": [
            {
                "since": "2026-03",
                "period": "2026-04",
                "value": 41.0,
                "side": 1,
                "rule": "outside",
                "adverse": True,
            }
        ],
    },
    response_only=True,
)
PROJECTION = OpenApiExample(
    "A year's end",
    {
        **_WHERE,
        "year": "2026",
        "declined": None,
        "points": None,
        "value": 310.0,
        "lower": 290.0,
        "upper": 330.0,
        "target": 300.0,
        "band_to": None,
        "probability": 0.28,
        "required": 24.0,
        "required_to": None,
        "so_far": 27.0,
        "method": "run_rate",
        "backtest_error": 0.05,
        "other_backtest_error": 0.08,
        "periods": [
            {
                "period": "2026-05",
                "value": 26.0,
                "lower": 20.0,
                "upper": 32.0,
                "to_date": 134.0,
                "to_date_lower": 128.0,
                "to_date_upper": 140.0,
            }
        ],
    },
    response_only=True,
)
