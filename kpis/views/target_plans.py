"""Targets of a year copied, grown by a percentage or spread over it: shown first, then set."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Refused
from core.pages import carry_out
from core.web import NothingThere
from kpis.actions import Recorded, set_targets
from kpis.engine.frequency import Frequency
from kpis.forms.target_plans import WAYS, TargetPlanForm
from kpis.intake import check_targets
from kpis.targeting import Proposal, TargetedKpi
from kpis.targeting.subject import years_offered
from kpis.views.edit import way_here
from kpis.views.target_grid import grid_url, line_word, opened_targets, said
from kpis.wording import period_text, target_text
from org.models import User


def plan_targets(request: HttpRequest, how: str, code: str) -> HttpResponseBase:
    """By `how` (copy, grow, spread): a GET that says more shows old and new, a POST of the same sets it."""
    if how not in WAYS:
        raise NothingThere(_("Targets are made by: %(ways)s.") % {"ways": ", ".join(WAYS)})
    by, subject = opened_targets(request, code)
    form = _form(request, how, subject)
    status, proposals = 200, None
    if form.is_bound:
        status = 400
        if form.is_valid():
            proposals, status = carry_out(form, form.propose)
    if request.method == "POST" and proposals:
        recorded, status = carry_out(form, lambda: store_proposals(by, subject, proposals))
        if recorded is not None:
            messages.success(request, said(recorded))
            return redirect(grid_url(subject.kpi, form.cleaned_data["year"]))
    return _page(request, how, subject, form, proposals, 200 if request.method == "GET" else status)


def store_proposals(by: User, subject: TargetedKpi, proposals: list[Proposal]) -> Recorded:
    """Check and set proposed targets; raises Refused, PermissionDenied."""
    checked = check_targets([each.raw(subject) for each in proposals], by=by)
    if checked.forbidden:
        raise PermissionDenied
    if checked.faults:
        raise Refused(checked.faults)
    return set_targets(by=by, rows=checked.entries)


def _form(request: HttpRequest, how: str, subject: TargetedKpi) -> TargetPlanForm:
    years = years_offered(subject.calendar, timezone.localdate())
    present = subject.calendar.containing(timezone.localdate(), Frequency.YEAR).ordinal
    initial = {"source_year": present - 1, "year": present, **request.GET.dict()}
    data = request.POST if request.method == "POST" else request.GET if "go" in request.GET else None
    return WAYS[how](data, targeted=subject, years=years, initial=initial)


@dataclass(frozen=True)
class ProposalRow:
    """A proposal in words: each line with what it is and what it would be."""

    department: str
    period: str
    lines: list[tuple[str, str, str]]


def proposal_rows(subject: TargetedKpi, proposals: list[Proposal]) -> list[ProposalRow]:
    """The proposals as the page shows them."""
    return [
        ProposalRow(
            each.series.department.name,
            period_text(each.period, subject.calendar),
            [
                (line_word(name), _text(subject, each.old.get(name)), _text(subject, each.new.get(name)))
                for name in subject.lines
                if each.old.get(name) != each.new.get(name)
            ],
        )
        for each in proposals
    ]


def _text(subject: TargetedKpi, value: float | None) -> str:
    return target_text((value, None, None, None), "up", subject.kpi.decimals)


def _sent_again(request: HttpRequest) -> list[tuple[str, str]]:
    """What was asked for, as hidden fields of the form that has it done."""
    sent = request.POST if request.method == "POST" else request.GET
    hidden = ("go", "csrfmiddlewaretoken")
    return [(name, str(value)) for name, values in sent.lists() for value in values if name not in hidden]


def _page(
    request: HttpRequest,
    how: str,
    subject: TargetedKpi,
    form: TargetPlanForm,
    proposals: list[Proposal] | None,
    status: int,
) -> HttpResponse:
    titles = {
        "copy": _("Copy targets of %(kpi)s"),
        "grow": _("Change targets of %(kpi)s by a percentage"),
        "spread": _("Spread a target of %(kpi)s over the year"),
    }
    context = {
        "form": form,
        "kpi": subject.kpi,
        "title": titles[how] % {"kpi": subject.kpi.name},
        "proposals": None if proposals is None else proposal_rows(subject, proposals),
        "chosen": _sent_again(request) if form.is_bound else [],
        "back_url": grid_url(subject.kpi, form["year"].value()),
        "breadcrumbs": [*way_here(subject.kpi), (_("Targets"), grid_url(subject.kpi, form["year"].value()))],
    }
    return render(request, "kpis/plan_targets.html", context, status=status)
