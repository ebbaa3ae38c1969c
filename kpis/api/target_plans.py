"""POST /api/v1/targets/copy/, /grow/ and /spread/: targets of a year made of what is there."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import bulk
from core.api.lookup import Reference
from core.api.problems import Problem
from core.api.shapes import Written
from core.errors import Fault, Refused
from core.web import authorise
from kpis.actions import set_targets
from kpis.api.measurements import RecordedSerializer
from kpis.api.numbers import NumberField, optional_number
from kpis.engine.frequency import Frequency, PeriodError
from kpis.intake import check_targets
from kpis.models import KPI, Series
from kpis.queries import calendar
from kpis.targeting import Proposal, TargetedKpi, copied, grown, spread_over, targeted


@extend_schema_field({"type": "string", "example": "2026"})
class YearField(serializers.CharField):
    """A fiscal year as text, "2026"; read as its ordinal."""

    def to_internal_value(self, data: Any) -> Any:
        """The year; raises ValidationError saying what is accepted."""
        text = super().to_internal_value(data)
        try:
            return calendar().parse(text, Frequency.YEAR).ordinal
        except PeriodError as error:
            raise serializers.ValidationError(str(error), "period") from None


class CopyInput(Written):
    """Targets of another year: each department's own, or (`source_department`) those of one."""

    kpi = Reference(queryset=KPI.objects.all())
    source_year = YearField()
    year = YearField()
    departments = serializers.ListField(
        child=serializers.CharField(), required=False, help_text="Codes; without any, all of yours."
    )
    source_department = serializers.CharField(required=False)


class GrowInput(Written):
    """Targets of a year, or of the same, with every line changed by so many percent."""

    kpi = Reference(queryset=KPI.objects.all())
    source_year = YearField()
    year = YearField()
    percent = NumberField()
    departments = serializers.ListField(
        child=serializers.CharField(), required=False, help_text="Codes; without any, all of yours."
    )


class SpreadInput(Written):
    """One figure for a year over its periods, in the shape of the actuals of the year before."""

    kpi = Reference(queryset=KPI.objects.all())
    department = serializers.CharField()
    year = YearField()
    target = NumberField()
    red_line = optional_number()


class ProposalSerializer(serializers.Serializer):
    """What a target was and what it is now, lines by name; one left out is none."""

    department = serializers.CharField(source="series.department.code")
    period = serializers.CharField()
    old = serializers.DictField(child=serializers.FloatField())
    new = serializers.DictField(child=serializers.FloatField())


class MadeSerializer(RecordedSerializer):
    """Counts, and every target that changed. `even`: nothing gave a spread figure a shape."""

    even = serializers.BooleanField(required=False)
    rows = ProposalSerializer(many=True)


class MakesTargets:
    """The three ways, for the resource of targets."""

    caller: Any

    def copied(self, data: dict[str, Any]) -> tuple[TargetedKpi, list[Proposal]]:
        """Copies; raises Refused."""
        subject = self._subject(data)
        source = data.get("source_department")
        of = _named(subject, [source], "source_department")[0] if source else None
        series = self._series(subject, data)
        years = {"source_year": data["source_year"], "year": data["year"]}
        return subject, copied(subject, series, source=of, **years)

    def grown(self, data: dict[str, Any]) -> tuple[TargetedKpi, list[Proposal]]:
        """Targets changed by a percentage; raises Refused."""
        subject = self._subject(data)
        years = {"source_year": data["source_year"], "year": data["year"]}
        return subject, grown(subject, self._series(subject, data), percent=data["percent"], **years)

    def spread_out(self, data: dict[str, Any]) -> tuple[TargetedKpi, list[Proposal], bool]:
        """A figure spread, and whether evenly; raises Refused."""
        subject = self._subject(data)
        [series] = _named(subject, [data["department"]], "department")
        found = spread_over(
            subject, series, year=data["year"], target=data["target"], red_line=data.get("red_line")
        )
        return subject, found.proposals, found.even

    def _subject(self, data: dict[str, Any]) -> TargetedKpi:
        return targeted(data["kpi"], self.caller, calendar())

    def _series(self, subject: TargetedKpi, data: dict[str, Any]) -> Sequence[Series]:
        """Those that are named, else all that the caller may set."""
        if codes := data.get("departments"):
            return _named(subject, codes, "departments")
        return [each for each in subject.series if each.pk in subject.mine]


def _named(subject: TargetedKpi, codes: Sequence[str], field: str) -> list[Series]:
    known = {each.department.code: each for each in subject.series}
    faults = [
        Fault(_("%(code)s does not report it.") % {"code": repr(code)}, field=field, code="unknown")
        for code in codes
        if code not in known
    ]
    if faults:
        raise Refused(faults)
    return [known[code] for code in codes]


def made(
    request: Request, subject: TargetedKpi, proposals: Sequence[Proposal], **more: Any
) -> HttpResponseBase:
    """Set what says something new, and answer with it; 403 where some is not the caller's to set."""
    authorise(request.user, "kpis.edit_targets")
    changing = [each for each in proposals if each.changes]
    checked = check_targets([each.raw(subject) for each in changing], by=request.user)  # type: ignore[arg-type]
    if checked.forbidden:
        reason = _("Some of these targets are not yours to set.")
        return Problem(403, "permission_denied", reason, checked.faults).response()
    if checked.faults:
        raise Refused(checked.faults)
    with transaction.atomic():
        recorded = set_targets(by=request.user, rows=checked.entries)  # type: ignore[arg-type]
        if bulk.is_dry_run(request):
            transaction.set_rollback(True)
    rows = [
        {
            "series": each.series,
            "period": subject.calendar.format(each.period),
            "old": each.old,
            "new": each.new,
        }
        for each in changing
    ]
    counts = {"new": recorded.new, "corrected": recorded.corrected}
    counts["unchanged"] = len(proposals) - len(changing)
    return Response(MadeSerializer({**counts, **more, "rows": rows}).data)
