"""The pages of one finding: what is known of it, adding, changing and removing it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import slots
from core.pages import form_page
from core.web import authorise
from org.models import User
from strategy.actions.analysis import (
    add_finding,
    add_item,
    archive_item,
    change_finding,
    change_item,
    remove_finding,
    restore_item,
)
from strategy.analysis.facts import facts_of
from strategy.analysis.kinds import KINDS
from strategy.analysis.readings import latest_readings
from strategy.enums import CATEGORIES, ItemState, Lens
from strategy.forms.analysis import ITEM_FIELDS, FindingForm, initial_of
from strategy.models import AnalysisItem, Plan
from strategy.queries import visible_plans
from strategy.views.analysis.finding import (
    EDIT,
    ITEM,
    TEND,
    analysis_url,
    fields_to_write,
    finding_seen,
    finding_url,
    kind_name,
    may_change,
    section_of,
    way_to_finding,
)
from strategy.views.editing import posted

ADD_TITLES: dict[str, Callable[[], str]] = {
    Lens.SWOT: lambda: _("What do you see?"),
    Lens.PESTEL: lambda: _("What happens around us?"),
    Lens.FORCES: lambda: _("What bears on us?"),
    Lens.TRENDS: lambda: _("Where is it heading?"),
    "capability": lambda: _("New capability"),
    "competitor": lambda: _("New competitor"),
    "scenario": lambda: _("New scenario"),
    "assumption": lambda: _("New assumption"),
}


def add(request: HttpRequest, kind: str, code: str) -> HttpResponseBase:
    """A finding of a kind, or an item of a lens; `?quadrant=` or `?category=` proposes its place."""
    if kind not in ADD_TITLES:
        raise Http404
    plan: Plan = get_object_or_404(visible_plans(request.user), code=code)
    authorise(request.user, EDIT, plan)
    by = request.user
    assert isinstance(by, User)
    names = _names_to_add(kind)
    place = {name: request.GET[name] for name in ("quadrant", "category") if name in request.GET}
    back_url = analysis_url(plan, section_of(kind))

    def act(data: dict[str, Any]) -> str:
        if kind in CATEGORIES:
            add_item(by=by, plan=plan, lens=kind, **data)
        else:
            add_finding(by=by, plan=plan, kind=kind, **data)
        return back_url

    return form_page(
        request,
        FindingForm(posted(request), kind=kind, plan=plan, user=by, names=names, initial=place),
        act,
        title=ADD_TITLES[kind](),
        button=_("Add"),
        back_url=back_url,
        breadcrumbs=way_to_finding(by, plan, section_of(kind)),
    )


def _names_to_add(kind: str) -> list[str]:
    if kind not in CATEGORIES:
        return [name for name in KINDS[kind].fields if name != "position"]
    return [name for name in ITEM_FIELDS if kind != Lens.SWOT or name != "category"]


@require_safe
def finding(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """One finding: what it says, how it is known, who looks after it, what answers it."""
    by, found = finding_seen(request, kind, pk, "strategy.view_finding")
    context = {
        "kind": kind,
        "kind_name": kind_name(kind, found),
        "finding": found,
        "facts": facts_of(found),
        "plan": found.plan,
        "may_change": may_change(by, found),
        "may_edit": may_change(by, found) and by.has_perm(EDIT, found.plan),
        "history_kind": found._meta.label_lower,
        "breadcrumbs": way_to_finding(by, found.plan, section_of(kind, found)),
        "parts": slots.render(f"{kind}.detail", request, [found])[found.pk],
        **_around(kind, found),
    }
    return render(request, "strategy/analysis/finding.html", context)


def _around(kind: str, found: Any) -> dict[str, Any]:
    """What stands beside a finding: the number of its KPI, what answers it, what it would mean."""
    around: dict[str, Any] = {}
    if getattr(found, "kpi", None) is not None:
        place = getattr(found, "department_id", None)
        around["reading"] = latest_readings({0: (found.kpi_id, place)}, timezone.localdate()).get(0)
    if kind == ITEM:
        around["answers"] = found.answered_by.select_related("priority").order_by("priority__position")
        around["merged"] = found.merged.all()
    if kind == "scenario":
        around["effects"] = found.effects.select_related("priority").order_by("priority__position")
    return around


def change(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """What is said of it: the office everything, its owner the evidence and when to look again."""
    by, found = finding_seen(request, kind, pk, TEND)
    names = fields_to_write(by, kind, found)
    form_kind = found.lens if kind == ITEM else kind
    form = FindingForm(
        posted(request),
        kind=form_kind,
        plan=found.plan,
        user=by,
        names=names,
        initial=initial_of(found, names),
    )

    def act(data: dict[str, Any]) -> str:
        if kind == ITEM:
            change_item(by=by, item=found, **data)
        else:
            change_finding(by=by, finding=found, **data)
        return finding_url(kind, found)

    return form_page(
        request,
        form,
        act,
        title=_("Change what is said of it"),
        lead=str(found),
        button=_("Save"),
        back_url=finding_url(kind, found),
        breadcrumbs=way_to_finding(by, found.plan, section_of(kind, found)),
        template="strategy/edit.html",
        history=found,
        history_kind=found._meta.label_lower,
    )


def remove(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """Asks, then archives an item (or brings an archived one back), or removes what is no item."""
    by, found = finding_seen(request, kind, pk, EDIT)
    plan, section = found.plan, section_of(kind, found)
    title, text, button, act = _removal(by, kind, found)

    def carry_out(_data: dict[str, Any]) -> str:
        act()
        return analysis_url(plan, section)

    return form_page(
        request,
        forms.Form(posted(request)),
        carry_out,
        title=title,
        text=text,
        button=button,
        back_url=finding_url(kind, found),
        breadcrumbs=way_to_finding(by, plan, section),
        template="ui/confirm.html",
    )


def _removal(by: User, kind: str, found: Any) -> tuple[str, str, str, Callable[[], object]]:
    """Title, text and button of the question, and what is then done."""
    if isinstance(found, AnalysisItem) and found.state == ItemState.ARCHIVED:
        title, text = _("Bring it back?"), _("“%(what)s” stands in the analysis again.")
        return title, text % {"what": found}, _("Bring it back"), lambda: restore_item(by=by, item=found)
    if isinstance(found, AnalysisItem):
        title = _("Archive it?")
        text = _("“%(what)s” leaves the analysis; what answers it keeps it, and it can be brought back.")
        return title, text % {"what": found}, _("Archive"), lambda: archive_item(by=by, item=found)
    title, text = _("Remove it?"), _("“%(what)s” leaves the analysis; the history keeps it.")
    return title, text % {"what": found}, _("Remove"), lambda: remove_finding(by=by, finding=found)
