"""What is done with values that wait: kept as drafts, submitted, approved, returned, discarded."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction
from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api import bulk
from core.api.problems import Problem
from core.api.shapes import Written
from core.errors import Fault, Refused
from kpis import actions
from kpis.api import examples
from kpis.api.numbers import NumberField
from kpis.approvals import with_place
from kpis.intake.waiting import SeenValue, find_waiting
from kpis.models import Measurement

_MOST = bulk.MOST_ROWS


class SeenInput(Written):
    """A value that waits, by its natural key and the value that was read there: another one is a 409."""

    kpi = serializers.CharField(max_length=60, help_text="Code of the KPI.")
    department = serializers.CharField(max_length=40, help_text="Code of the department.")
    period = serializers.CharField(max_length=40, help_text="As 2026-03, 2026-Q1, 2026-W09 or 2026.")
    value = NumberField()


class WaitingInput(Written):
    """Values that wait, by id, by natural key, or both."""

    ids = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**63 - 1), required=False, max_length=_MOST
    )
    values = serializers.ListField(child=SeenInput(), required=False, max_length=_MOST)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Something must be named."""
        if not attrs.get("ids") and not attrs.get("values"):
            raise serializers.ValidationError(_("Name values in `ids` or in `values`."), "required")
        return attrs


class ReturnInput(WaitingInput):
    """Values that go back, and what is to be mended."""

    comment = serializers.CharField(max_length=2000)


class CountSerializer(serializers.Serializer):
    """How many values it was done with."""

    count = serializers.IntegerField()


class Deciding:
    """Values that wait for approval; for the resource of measurements."""

    @extend_schema(request=WaitingInput, responses=CountSerializer, examples=examples.DECISION)
    @action(detail=False, methods=["post"])
    def submit(self: Any, request: Request) -> HttpResponseBase:
        """Hand in drafts and returned values as they are."""
        return _decided(
            self,
            WaitingInput(data=request.data),
            "kpis.enter_value",
            lambda ids, _data: actions.submit_values(by=self.caller, rows=ids),
        )

    @extend_schema(request=WaitingInput, responses=CountSerializer, examples=examples.DECISION)
    @action(detail=False, methods=["post"])
    def discard(self: Any, request: Request) -> HttpResponseBase:
        """Drop drafts, submitted and returned values: nothing is left to approve."""
        return _decided(
            self,
            WaitingInput(data=request.data),
            "kpis.enter_value",
            lambda ids, _data: actions.discard_values(by=self.caller, rows=ids),
        )

    @extend_schema(request=WaitingInput, responses=CountSerializer, examples=examples.DECISION)
    @action(detail=False, methods=["post"])
    def approve(self: Any, request: Request) -> HttpResponseBase:
        """Let submitted values count from now on, all or none; never one's own."""
        return _decided(
            self,
            WaitingInput(data=request.data),
            "kpis.approve_values",
            lambda ids, _data: actions.approve_values(by=self.caller, rows=ids),
        )

    @extend_schema(request=ReturnInput, responses=CountSerializer, examples=examples.RETURNING)
    @action(detail=False, methods=["post"], url_path="return", url_name="return")
    def send_back(self: Any, request: Request) -> HttpResponseBase:
        """Give submitted values back to those who entered them, with a comment."""
        return _decided(
            self,
            ReturnInput(data=request.data),
            "kpis.approve_values",
            lambda ids, data: actions.return_values(by=self.caller, rows=ids, comment=data["comment"]),
        )


def _decided(
    view: Any,
    given: WaitingInput,
    permission: str,
    act: Callable[[list[int], dict[str, Any]], int],
) -> HttpResponseBase:
    """Find the values, ask whether the caller may, and do it; 403 names the rows that are not theirs."""
    given.is_valid(raise_exception=True)
    data = dict(given.validated_data)
    with transaction.atomic():
        ids = [*data.get("ids", ()), *find_waiting([SeenValue(**row) for row in data.get("values", ())])]
        if faults := _not_theirs(view, ids, permission):
            return _forbidden(faults)
        try:
            count = act(ids, data)
        except Refused as refusal:
            if any(fault.code == "own_entry" for fault in refusal.faults):
                transaction.set_rollback(True)
                return _forbidden(refusal.faults)
            raise
        if bulk.is_dry_run(view.request):
            transaction.set_rollback(True)
    return Response({"count": count})


def _not_theirs(view: Any, ids: Sequence[int], permission: str) -> list[Fault]:
    """The values that the caller may not decide on; raises Refused for those nobody told them of."""
    rows = with_place(view.visible(Measurement.objects.all(), view.caller)).in_bulk(ids)
    unknown = _("There is no value %(id)s.")
    faults = [
        Fault(unknown % {"id": pk}, index=index, field="ids", code="unknown")
        for index, pk in enumerate(ids)
        if pk not in rows
    ]
    if faults:
        raise Refused(faults)
    reason = _("This value is not yours to decide on.")
    return [
        Fault(reason, index=index, field="ids", code="forbidden")
        for index, pk in enumerate(ids)
        if not view.caller.has_perm(permission, rows[pk])
    ]


def _forbidden(faults: list[Fault]) -> HttpResponseBase:
    reason = _("Some of these values are not yours to decide on.")
    detail = faults[0].message if len(faults) == 1 else reason
    return Problem(403, "permission_denied", detail, faults).response()
