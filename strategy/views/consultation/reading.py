"""A round to read: the plan as a document, and what was said of it."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.exports import csv_response, xlsx_response
from strategy.consultation import support_of
from strategy.consultation.asked import asked_in, without_head
from strategy.consultation.reading import Reader, only_open, read, remarks_for
from strategy.consultation.rows import header, rows
from strategy.consultation.visible import reads_everything
from strategy.enums import CONSULTATION_TRANSITIONS, RemarkKind
from strategy.models import Consultation, Remark
from strategy.views.consultation.access import may_read_plan, reader_of, round_shown, way_to, way_to_rounds


@require_safe
def consultation(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The document with what was said at each passage; for the office the list of who is asked too.

    `?show=open`: only what waits for an answer; `?format=csv|xlsx`: everything that was said, as a file.
    """
    shown = round_shown(request, pk)
    reader, everything = reader_of(request, shown), reads_everything(request.user)
    remarks = remarks_for(shown, reader, everything)
    if everything and request.GET.get("format") in ("csv", "xlsx"):
        return _file(request.GET["format"], shown, remarks)
    readable = may_read_plan(request, shown)
    said = read(shown, remarks, reader)
    waiting = only_open(said)
    only_waiting = everything and request.GET.get("show") == "open"
    if only_waiting:
        said = waiting
    elif not readable:
        said = [each for each in said if each.lines]
    context = {
        "consultation": shown,
        "plan": shown.plan,
        "readable": readable,
        "everything": everything,
        "said": said,
        "only_waiting": only_waiting,
        "waiting_count": sum(len(each.lines) for each in waiting),
        "remark_count": sum(each.withdrawn_at is None for each in remarks),
        "endorses": _endorses(remarks, reader),
        "breadcrumbs": way_to_rounds(shown.plan) if readable else [],
        **_for_the_office(shown, reader),
    }
    return render(request, "strategy/consultation/round.html", context | {"reader": reader})


def _endorses(remarks: list[Remark], reader: Reader) -> bool:
    """Whether the reader has endorsed the plan as a whole."""
    return any(
        reader.wrote(each)
        and each.kind == RemarkKind.ENDORSEMENT
        and each.about == "plan"
        and each.withdrawn_at is None
        for each in remarks
    )


def _for_the_office(shown: Consultation, reader: Reader) -> dict[str, Any]:
    """Who is asked, for who looks after it."""
    if not reader.may_answer:
        return {}
    asked = asked_in(shown)
    return {
        "asked": asked,
        "unheaded": without_head(asked),
        "moves": CONSULTATION_TRANSITIONS[shown.state],
    }


def _file(wanted: str, shown: Consultation, remarks: list[Remark]) -> HttpResponseBase:
    if wanted == "csv":
        return csv_response(f"consultation-{shown.pk}.csv", header(), rows(remarks))
    return xlsx_response(f"consultation-{shown.pk}.xlsx", header(), rows(remarks))


@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The round on paper: support by department, what was said and what became of it."""
    shown = round_shown(request, pk)
    reader, everything = reader_of(request, shown), reads_everything(request.user)
    remarks = remarks_for(shown, reader, everything)
    said = [each for each in read(shown, remarks, Reader()) if each.lines]
    context = {
        "consultation": shown,
        "plan": shown.plan,
        "said": said,
        "everything": everything,
        "support": support_of(shown.plan) if everything else None,
        "asked": asked_in(shown) if everything else [],
        "title": _("Report: %(name)s") % {"name": shown.name},
        "breadcrumbs": way_to(shown) if may_read_plan(request, shown) else [],
    }
    return render(request, "strategy/consultation/report.html", context)
