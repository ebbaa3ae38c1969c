"""What gates ask of executives: decisions that wait."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.due import DueItem, register
from initiatives.gates.reading import waiting_gates

USUAL = dt.timedelta(days=14)
"""So long after it was asked for a decision is due where nobody said by when."""


def gates_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The waiting gates that this user may decide."""
    if not user.has_perm("initiatives.decide_gate"):
        return
    for gate in waiting_gates(user):
        due_on = gate.decide_by or localdate(gate.asked_at) + USUAL
        if due_on <= until:
            words = {"name": gate.initiative.name, "stage": gate.get_to_stage_display()}
            yield DueItem(
                due_on=due_on,
                kind="initiatives.gate",
                title=_("Decide at the gate: %(name)s to “%(stage)s”") % words,
                url=reverse("gate_decision", args=[gate.initiative.code, gate.pk]),
                detail=gate.asked_by.name if gate.asked_by else "",
            )


register(gates_due)
