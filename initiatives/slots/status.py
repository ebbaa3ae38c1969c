"""On an initiative's page: where it stands, reported beside computed."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from initiatives.enums import UNDER_WAY
from initiatives.models import Initiative
from initiatives.status.amounts import amount_writer
from initiatives.status.presenting import computed_lights, disagreement_text, reported_lights
from initiatives.status.states import State, read_states
from initiatives.views.seen import RUN


def standing(request: HttpRequest, initiatives: Sequence[Initiative]) -> dict[Any, SafeString]:
    """The latest report beside the computed state of each; a constant number of queries."""
    amount = amount_writer()
    return {
        state.initiative.pk: render_to_string(
            "initiatives/status/panel.html",
            {
                "initiative": state.initiative,
                "state": state,
                "figures": computed_lights(state.computed, amount),
                "disagreements": [disagreement_text(each) for each in state.disagreements],
                "may_write": _may_write(request.user, state.initiative),
                **_reported(state),
            },
            request,
        )
        for state in read_states(initiatives)
    }


def _reported(state: State) -> dict[str, Any]:
    if state.reported is None:
        return {"update": None, "lights": []}
    return {"update": state.reported.update, "lights": reported_lights(state.reported.update)}


def _may_write(user: Any, initiative: Initiative) -> bool:
    """Whether the page offers to write an update."""
    under_way = initiative.stage in UNDER_WAY and initiative.archived_on is None
    return under_way and bool(user.has_perm(RUN, initiative))
