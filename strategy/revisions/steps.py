"""What can be done with a revision: by whom, and in which states."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strategy.actions.revisions import (
    approve_revision,
    bring_up_to_date,
    change_revision,
    propose_revision,
    return_revision,
    take_back_revision,
    withdraw_revision,
)
from strategy.enums import RevisionState
from strategy.models import Revision

_WRITTEN, _WAITING, _IN_FORCE = RevisionState.DRAFTING, RevisionState.PROPOSED, RevisionState.APPLIED


@dataclass(frozen=True)
class Step:
    """A step with its words, its action (keyword-only, `by` and `revision`), who may take it and when."""

    name: str
    title: Promise | str
    text: Promise | str
    button: Promise | str
    act: Callable[..., Revision]
    permission: str
    states: tuple[str, ...]
    danger: bool = False
    takes: tuple[str, ...] = ()  # beside `by` and `revision`
    defaults: Mapping[str, Any] = field(default_factory=dict)  # of what it cannot do without


STEPS: dict[str, Step] = {
    step.name: step
    for step in (
        Step(
            "approve",
            _("Approve the revision"),
            _("The plan says at once what the revision says, and is kept as it was before."),
            _("Approve"),
            approve_revision,
            "strategy.approve_revision",
            (_WAITING,),
            takes=("comment",),
        ),
        Step(
            "return",
            _("Return the revision"),
            _("Who writes it can change it again."),
            _("Return it"),
            return_revision,
            "strategy.approve_revision",
            (_WAITING,),
            takes=("comment",),
            defaults={"comment": ""},
        ),
        Step(
            "propose",
            _("Propose the revision"),
            _("It stays as it is until an executive approves or returns it."),
            _("Propose it"),
            propose_revision,
            "strategy.begin_revision",
            (_WRITTEN,),
        ),
        Step(
            "update",
            _("Bring it up to date"),
            _("What changed in the plan meanwhile comes into the revision; where both changed, it stays."),
            _("Bring it up to date"),
            bring_up_to_date,
            "strategy.begin_revision",
            (_WRITTEN,),
        ),
        Step(
            "change",
            _("Change title, reason or day"),
            "",
            _("Change title, reason or day"),
            change_revision,
            "strategy.begin_revision",
            (_WRITTEN,),
        ),
        Step(
            "withdraw",
            _("Withdraw the revision"),
            _("The plan stays as it is; the revision stays readable."),
            _("Withdraw it"),
            withdraw_revision,
            "strategy.begin_revision",
            (_WRITTEN, _WAITING),
            danger=True,
            takes=("comment",),
        ),
        Step(
            "take-back",
            _("Take the revision back"),
            _("The plan says again what it said before; what others changed since stays."),
            _("Take it back"),
            take_back_revision,
            "strategy.approve_revision",
            (_IN_FORCE,),
            danger=True,
            takes=("reason", "since"),
            defaults={"reason": ""},
        ),
    )
}


def steps_for(user: Any, revision: Revision) -> list[Step]:
    """The steps that this user may take now, the most likely first."""
    return [
        step
        for step in STEPS.values()
        if revision.state in step.states and user.has_perm(step.permission, revision.plan)
    ]
