"""Adding a risk, changing it, saying what it touches and what becomes of it."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import confirm_page, form_page
from core.web import authorise
from org.models import Department, User
from risks.actions import register as actions
from risks.enums import RiskKind, RiskState
from risks.forms.register import NewRiskForm, RiskForm, StateForm, ThingsForm
from risks.models import Risk
from risks.register.codes import free_code
from risks.register.things import links_seen
from risks.views.seen import EDIT, risk_seen, way_to
from strategy.analysis.visible import visible_items
from strategy.enums import Quadrant
from strategy.models import AnalysisItem

WORDS = (
    "title",
    "code",
    "kind",
    "cause",
    "event",
    "consequence",
    "knowledge",
    "next_review_on",
    "reference",
    "confidentiality",
)
FORM, PROPOSE = "risks/register/edit.html", "risks.propose_risk"


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: what was posted, however little."""
    return request.POST if request.method == "POST" else None


def url_of(risk: Risk) -> str:
    """The page of a risk."""
    return reverse("risk", args=[risk.code])


def new_risk(request: HttpRequest) -> HttpResponseBase:
    """One more risk; `?item=` prefills it from a finding of the analysis, which it remembers."""
    authorise(request.user, PROPOSE)
    assert isinstance(request.user, User)
    by, item = request.user, _item(request)
    initial: dict[str, Any] = {"owner": by.pk, "department": _own(by)}
    if item is not None:
        initial |= _said_by(item)

    def act(data: dict[str, Any]) -> str:
        data["code"] = data["code"] or free_code(data["title"])
        return url_of(actions.create_risk(by=by, item=item, **data))

    return form_page(
        request,
        NewRiskForm(posted(request), initial=initial),
        act,
        title=_("New risk"),
        lead=_("From the analysis: %(words)s") % {"words": item.statement} if item else "",
        button=_("Add"),
        back_url=reverse("finding", args=["item", item.pk]) if item else reverse("risks"),
        breadcrumbs=[(_("Risks"), reverse("risks"))],
        template=FORM,
    )


def _item(request: HttpRequest) -> AnalysisItem | None:
    """The finding it comes from; Http404 where the user may not know of it."""
    asked = request.GET.get("item", "")
    if not asked:
        return None
    known = visible_items(request.user).filter(pk=int(asked) if asked.isdecimal() else 0)
    found: AnalysisItem = get_object_or_404(known)
    return found


def _said_by(item: AnalysisItem) -> dict[str, Any]:
    """What a finding says already of the risk that it becomes."""
    favours = item.quadrant in (Quadrant.OPPORTUNITY, Quadrant.STRENGTH)
    kind = RiskKind.OPPORTUNITY if favours else RiskKind.THREAT
    said: dict[str, Any] = {"kind": kind, "title": item.statement[:300], "event": item.statement}
    return said | {"cause": item.detail} | ({"owner": item.owner_id} if item.owner_id else {})


def _own(by: User) -> str:
    """The department by which somebody's role is held, where there is one."""
    held = by.memberships.filter(department__isnull=False).select_related("department").first()
    return held.department.code if held is not None and held.department is not None else ""


def change(request: HttpRequest, code: str) -> HttpResponseBase:
    """What it is."""
    by, shown = risk_seen(request, code, EDIT)
    initial: dict[str, Any] = {name: getattr(shown, name) for name in WORDS}
    initial |= {name: getattr(shown, f"{name}_id") for name in ("category", "owner", "shared_cause")}
    initial["department"] = shown.department.code if shown.department else ""
    return form_page(
        request,
        RiskForm(posted(request), risk=shown, initial=initial),
        lambda data: url_of(actions.change_risk(by=by, risk=shown, **data)),
        title=_("Change the risk"),
        lead=shown.title,
        button=_("Save"),
        back_url=url_of(shown),
        breadcrumbs=way_to(shown),
        template=FORM,
        history=shown,
    )


def things(request: HttpRequest, code: str) -> HttpResponseBase:
    """What it touches, and which departments it concerns."""
    by, shown = risk_seen(request, code, EDIT)
    links = list(links_seen(by, shown.links.all()))
    initial: dict[str, list[int]] = {
        f"{name}s": [key for each in links if (key := getattr(each, f"{name}_id"))] for name in actions.THINGS
    }
    initial["departments"] = [each.department_id for each in shown.concerned.all()]
    form = ThingsForm(posted(request), user=by, initial=initial)

    def act(data: dict[str, Any]) -> str:
        departments: list[Department] = list(data["departments"])
        actions.set_things(by=by, risk=shown, wanted=form.things(), among=links)
        actions.set_departments(by=by, risk=shown, wanted=departments)
        return url_of(shown)

    return form_page(
        request,
        form,
        act,
        title=_("What it touches"),
        lead=shown.title,
        button=_("Save"),
        back_url=url_of(shown),
        breadcrumbs=way_to(shown),
    )


def state(request: HttpRequest, code: str) -> HttpResponseBase:
    """Where it stands: taken into the register, occurred, closed."""
    by, shown = risk_seen(request, code, EDIT)
    return form_page(
        request,
        StateForm(posted(request), risk=shown),
        lambda data: url_of(actions.set_state(by=by, risk=shown, **data)),
        title=_("Where it stands"),
        lead=shown.title,
        button=_("Save"),
        back_url=url_of(shown),
        breadcrumbs=way_to(shown),
        history=shown,
    )


def remove(request: HttpRequest, code: str) -> HttpResponseBase:
    """Removes what was only proposed; archives what is closed, or brings it back."""
    by, shown = risk_seen(request, code, EDIT)

    def act() -> str:
        if shown.state == RiskState.PROPOSED:
            actions.remove_risk(by=by, risk=shown)
            return reverse("risks")
        actions.archive_risk(by=by, risk=shown, archived=shown.archived_on is None)
        return url_of(shown)

    title, text, button = _removing(shown)
    return confirm_page(
        request, act, title=title % {"name": shown.title}, text=text, button=button, back_url=url_of(shown)
    )


def _removing(risk: Risk) -> tuple[str, str, str]:
    if risk.archived_on is not None:
        words = _("It stands in the register again.")
        return _("Bring “%(name)s” back?"), words, _("Bring it back")
    if risk.state == RiskState.PROPOSED:
        return _("Remove “%(name)s”?"), _("It was only proposed; the history keeps it."), _("Remove")
    words = _("It leaves the lists with all that belongs to it, and can be brought back.")
    return _("Archive “%(name)s”?"), words, _("Archive")
