"""Taking a departmental or functional plan from one stage to the next."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from core.pages import form_page
from strategy.actions.cascade import take_step
from strategy.cascade.permissions import STEP_PERMISSION
from strategy.enums.cascade import Step
from strategy.forms.cascade import StepForm
from strategy.views.cascade.reading import part_written, way_to_part
from strategy.views.editing import plan_url, posted


def step(request: HttpRequest, step: str, code: str) -> HttpResponseBase:
    """Says what the step means, takes a comment, takes the step."""
    if step not in STEP_PERMISSION:
        raise Http404(step)
    by, plan = part_written(request, code, STEP_PERMISSION[step])

    def act(data: dict[str, Any]) -> str:
        take_step(by=by, plan=plan, step=step, comment=data["comment"])
        return plan_url(plan)

    return form_page(
        request,
        StepForm(posted(request), needed=step in (Step.RETURN, Step.REOPEN)),
        act,
        title=f"{Step(step).label}: {plan.name}",
        lead=_means()[step],
        button=str(Step(step).label),
        back_url=plan_url(plan),
        breadcrumbs=way_to_part(plan),
    )


def _means() -> dict[str, str]:
    """What each step brings about."""
    return {
        Step.PROPOSE: _("The strategy office looks at it next. Until it is returned it stays as it is."),
        Step.AGREE: _("You agree for the strategy office. An executive approves it next."),
        Step.RETURN: _("It goes back to the department as a draft, with your comment."),
        Step.APPROVE: _("You approve it for the leadership. It is kept as a version that never changes."),
        Step.ACTIVATE: _("From now on it is the plan that the department works by."),
        Step.REOPEN: _("It becomes a draft again; the version that was approved is kept. It is agreed anew."),
        Step.ARCHIVE: _("It becomes history: everybody can read it, nobody changes it any more."),
    }
