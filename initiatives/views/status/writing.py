"""Writing a status update in minutes: prefilled, kept while it is written, and on to the next one."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.errors import Conflict, Refused
from core.pages import confirm_page, form_page
from core.web import StateForbids
from initiatives.actions.status import drop_draft, keep_draft, submit_update
from initiatives.forms.status import UpdateForm
from initiatives.models import Initiative
from initiatives.status.amounts import amount_writer
from initiatives.status.checking import FIELDS, check_reporting
from initiatives.status.duties import day_to_report
from initiatives.status.prefill import beginning, draft_of, last_update
from initiatives.status.presenting import computed_lights
from initiatives.status.queue import next_in_queue, queue_of
from initiatives.status.states import computed_states
from initiatives.views.seen import RUN, initiative_seen, way_to

PAGE = "initiatives/status/update.html"


def write_update(request: HttpRequest, code: str) -> HttpResponseBase:
    """The update that is due; handed in it leads to the initiative, or (`then`=next) to the next one due."""
    initiative = initiative_seen(request, code, RUN)
    _check(initiative)
    by: Any = request.user
    today, last = timezone.localdate(), last_update(initiative)
    computed, day = computed_states([initiative.pk])[initiative.pk], day_to_report(initiative, today)

    def hand_in(data: dict[str, Any]) -> str:
        submit_update(by=by, initiative=initiative, for_day=data["due_on"], **_written(data))
        messages.success(request, _("Handed in: %(name)s.") % {"name": initiative.name})
        return _onwards(request, initiative, today)

    form = UpdateForm(request.POST or None, initial={**beginning(initiative, last, computed), "due_on": day})
    form.fields["done"].required = True
    return form_page(
        request,
        form,
        hand_in,
        title=_("Status update"),
        button=_("Hand in"),
        back_url=reverse("initiative_status", args=[code]),
        breadcrumbs=way_to(initiative),
        template=PAGE,
        initiative=initiative,
        day=day,
        draft=draft_of(initiative),
        last=last,
        figures=computed_lights(computed, amount_writer()),
        after=_after(by, initiative, today),
    )


def _check(initiative: Initiative) -> None:
    """A page with the reason, where nothing is reported of the initiative."""
    try:
        check_reporting(initiative)
    except Conflict as conflict:
        back = reverse("initiative_status", args=[initiative.code])
        raise StateForbids(str(conflict), ways=[(_("Back to the status"), back)]) from None


def _written(data: dict[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in FIELDS if name in data}


def _after(user: Any, initiative: Initiative, today: dt.date) -> int:
    """How many more updates the user can go on to."""
    own, others = queue_of(user, today)
    return len([each for each in (*own, *others) if each.initiative.pk != initiative.pk])


def _onwards(request: HttpRequest, initiative: Initiative, today: dt.date) -> str:
    if request.POST.get("then") != "next":
        return reverse("initiative_status", args=[initiative.code])
    following = next_in_queue(request.user, today, initiative)
    if following is None:
        return reverse("updates_due")
    return reverse("write_update", args=[following.initiative.code])


@require_POST
def keep(request: HttpRequest, code: str) -> HttpResponseBase:
    """Keep what is written so far: asked by the page now and then, or by its button."""
    initiative = initiative_seen(request, code, RUN)
    form = UpdateForm(request.POST)
    form.is_valid()  # what cannot be read is left as it is
    by: Any = request.user
    try:
        day = form.cleaned_data.get("due_on")
        keep_draft(by=by, initiative=initiative, for_day=day, **_written(form.cleaned_data))
        text, ok = _("Kept at %(time)s") % {"time": date_format(timezone.localtime(), "H:i")}, True
    except (Refused, Conflict) as error:
        text, ok = _("Not kept: %(why)s") % {"why": error}, False
    if request.headers.get("HX-Request"):
        return HttpResponse(text, content_type="text/plain; charset=utf-8")
    (messages.success if ok else messages.error)(request, f"{initiative.name}: {text}")
    return redirect("updates_due")


def drop(request: HttpRequest, code: str) -> HttpResponseBase:
    """Asks, then throws the draft away."""
    initiative = initiative_seen(request, code, RUN)
    back = reverse("write_update", args=[code])
    by: Any = request.user

    def act() -> str:
        draft = draft_of(initiative)
        if draft is not None:
            drop_draft(by=by, update=draft)
        return back

    return confirm_page(
        request,
        act,
        title=_("Throw away the draft of “%(name)s”?") % {"name": initiative.name},
        text=_("The update begins anew with what was reported last."),
        button=_("Throw away"),
        back_url=back,
    )
