"""One revision: what it changes, what that does to the scores, and how it is decided."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from kpis.wording import period_text
from org.models import Department
from strategy.actions.revisions import begin_revision
from strategy.enums import RevisionState
from strategy.forms.revisions import STEP_FORMS, RevisionForm
from strategy.models import Revision
from strategy.revisions.comparing import compare
from strategy.revisions.effect import effects_of
from strategy.revisions.steps import STEPS, steps_for
from strategy.revisions.visible import visible_revisions
from strategy.views.context import pickers, read_context
from strategy.views.editing import plan_to_move, posted, way_to, words_of

BEGIN = "strategy.begin_revision"


def begin(request: HttpRequest, code: str) -> HttpResponseBase:
    """Begin to change a plan in force."""
    by, plan = plan_to_move(request, code, BEGIN)

    def act(data: dict[str, Any]) -> str:
        return reverse("revision", args=[begin_revision(by=by, plan=plan, **data).pk])

    return form_page(
        request,
        RevisionForm(posted(request)),
        act,
        title=_("Begin a revision of %(name)s") % {"name": plan.name},
        lead=_("You get a copy of the plan to change; the plan stays as it is until an executive approves."),
        button=_("Begin the revision"),
        back_url=reverse("revisions", args=[plan.code]),
        breadcrumbs=way_to(plan),
    )


@require_safe
def revision(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Reasons, changes, conflicts, effect on the scores, and who decided when."""
    shown = _seen(request, pk)
    steps = steps_for(request.user, shown)
    context = {
        "revision": shown,
        "comparison": compare(shown),
        "steps": steps,
        "versions_url": reverse("revisions", args=[shown.plan.code]),
        "may_write": shown.state == RevisionState.DRAFTING and request.user.has_perm(BEGIN, shown.plan),
        "breadcrumbs": [*way_to(shown.plan), (_("Versions"), reverse("revisions", args=[shown.plan.code]))],
        **_effect(request, shown),
    }
    return render(request, "strategy/revisions/revision.html", context)


def _effect(request: HttpRequest, shown: Revision) -> dict[str, Any]:
    """The scores before and after at the department and period of the URL, while it is undecided."""
    if shown.state not in (RevisionState.DRAFTING, RevisionState.PROPOSED):
        return {}
    context = read_context(request, shown.plan)
    if context is None:
        return {}
    department = Department.objects.get(pk=context.department.id)
    effects = effects_of(shown.plan, shown.branch, department, context.period, context.as_of)
    return {
        "effects": [each for each in effects if each.kind == "plan" or each.differs],
        "pickers": pickers(context, request.GET)[1:3],
        "period": period_text(context.period, context.calendar),
        "department": department,
    }


def step(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """One step of a revision: propose, approve, return, withdraw, take back, change, bring up to date."""
    shown = _seen(request, pk)
    if name not in STEPS:
        raise Http404(_("There is no such step."))
    wanted = STEPS[name]
    authorise(request.user, wanted.permission, shown.plan)
    by: Any = request.user
    back_url = reverse("revision", args=[pk])

    def act(data: dict[str, Any]) -> str:
        wanted.act(by=by, revision=shown, **data)
        return back_url

    initial = words_of(shown, "title", "reason", "since") if name == "change" else {}
    return form_page(
        request,
        STEP_FORMS[name](posted(request) if STEP_FORMS[name].base_fields else {}, initial=initial),
        act,
        title=str(wanted.title),
        lead=str(wanted.text),
        text=str(wanted.text),
        button=str(wanted.button),
        back_url=back_url,
        breadcrumbs=[*way_to(shown.plan), (shown.title, back_url)],
        template="ui/confirm.html" if wanted.danger else "ui/form_page.html",
    )


def _seen(request: HttpRequest, pk: int) -> Revision:
    """The revision; 404 where it is hidden."""
    shown: Revision = get_object_or_404(visible_revisions(request.user), pk=pk)
    authorise(request.user, "strategy.view_plan", shown.plan)
    return shown
