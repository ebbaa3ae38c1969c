"""On an initiative's page: how it was scored last."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from initiatives.enums import ScoringState
from initiatives.models import Initiative, ScoringRound
from initiatives.scoring.presenting import lines_of
from initiatives.scoring.reading import read_sheet

VIEW = "initiatives.view_scoring"


def scored(request: HttpRequest, initiatives: Sequence[Initiative]) -> dict[Any, SafeString]:
    """The result of the latest closed round of each, for who may read it; nothing where there is none."""
    if not request.user.has_perm(VIEW):
        return {}
    shown = {}
    for pk, round in _latest(initiatives).items():
        lines = lines_of(read_sheet(round, request.user))
        line = next((each for each in lines if each.initiative.pk == pk and each.rank), None)
        if line is not None:
            context = {"round": round, "line": line, "of": sum(1 for each in lines if each.rank)}
            shown[pk] = render_to_string("initiatives/scoring/panel.html", context, request)
    return shown


def _latest(initiatives: Sequence[Initiative]) -> dict[int, ScoringRound]:
    """The latest closed round of each initiative, by its id."""
    closed = ScoringRound.objects.filter(state=ScoringState.CLOSED, initiatives__in=initiatives)
    found: dict[int, ScoringRound] = {}
    for round in closed.distinct().prefetch_related("initiatives"):
        for each in round.initiatives.all():
            found.setdefault(each.pk, round)
    wanted = {each.pk for each in initiatives}
    return {pk: round for pk, round in found.items() if pk in wanted}
