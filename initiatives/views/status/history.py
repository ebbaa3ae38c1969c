"""The status of one initiative: reported beside computed, and every update with its questions."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from initiatives.enums import UNDER_WAY, UpdateState
from initiatives.models import Initiative, UpdateQuestion
from initiatives.status.amounts import amount_writer
from initiatives.status.duties import Duty, duties
from initiatives.status.presenting import (
    UpdateShown,
    computed_lights,
    disagreement_text,
    reported_lights,
    strip,
)
from initiatives.status.queue import AHEAD
from initiatives.status.states import read_states
from initiatives.views.seen import RUN, initiative_seen, way_to
from initiatives.views.status.questions import ASK


@require_safe
def history(request: HttpRequest, code: str) -> HttpResponseBase:
    """Reported beside computed, the lights over time, every update with its questions."""
    initiative = initiative_seen(request, code)
    amount, state = amount_writer(), read_states([initiative])[0]
    shown = _updates(initiative, amount)
    today = timezone.localdate()
    duty = _duty(initiative)
    context = {
        "initiative": initiative,
        "state": state,
        "lights": reported_lights(state.reported.update) if state.reported else [],
        "figures": computed_lights(state.computed, amount),
        "disagreements": [disagreement_text(each) for each in state.disagreements],
        "strip": strip([each.update for each in shown]) if len(shown) > 1 else None,
        "updates": shown,
        "duty": duty,
        "duty_is_late": duty is not None and duty.is_late(today),
        "may_write": initiative.stage in UNDER_WAY
        and initiative.archived_on is None
        and request.user.has_perm(RUN, initiative),
        "may_answer": request.user.has_perm(RUN, initiative),
        "may_ask": request.user.has_perm(ASK, initiative),
        "breadcrumbs": list(way_to(initiative)),
    }
    return render(request, "initiatives/status/history.html", context)


def _updates(initiative: Initiative, amount: object) -> list[UpdateShown]:
    """Every update that was handed in with its questions, the newest first."""
    handed_in = list(initiative.updates.filter(state=UpdateState.SUBMITTED).select_related("author"))
    asked: dict[int, list[UpdateQuestion]] = defaultdict(list)
    rows = UpdateQuestion.objects.filter(update__in=handed_in)
    for question in rows.select_related("asked_by", "answered_by"):
        asked[question.update_id].append(question)
    return [UpdateShown(each, asked[each.pk], amount) for each in handed_in]  # type: ignore[arg-type]


def _duty(initiative: Initiative) -> Duty | None:
    today = timezone.localdate()
    found = duties(Initiative.objects.filter(pk=initiative.pk), today, today + AHEAD)
    return found[0] if found else None
