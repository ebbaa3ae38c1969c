"""Moving a revision from one state to another."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from org.models import User
from strategy.enums import REVISION_TRANSITIONS, RevisionState
from strategy.events import revision_moved
from strategy.models import Plan, Revision


def locked(revision: Revision) -> Revision:
    """The revision as it is now, held (with its plan) until the end of the transaction."""
    Plan.objects.select_for_update().get(pk=revision.plan_id)
    found: Revision = (
        Revision.objects.select_for_update(of=("self",)).select_related("plan", "branch").get(pk=revision.pk)
    )
    return found


def check_move(revision: Revision, state: str) -> None:
    """Raise Conflict where the revision cannot become `state`."""
    if state not in REVISION_TRANSITIONS[revision.state]:
        raise Conflict(
            _("The revision “%(title)s” is “%(before)s”; it cannot become “%(after)s”.")
            % {
                "title": revision.title,
                "before": revision.get_state_display(),
                "after": RevisionState(state).label,
            }
        )


def decide(revision: Revision, state: str, by: User | None, comment: str, **more: Any) -> None:
    """Write down the new state, who gave it and when."""
    revision.state, revision.comment = state, comment.strip()
    revision.decided_by, revision.decided_at = by, timezone.now()
    for name, value in more.items():
        setattr(revision, name, value)
    revision.save(update_fields=["state", "comment", "decided_by", "decided_at", *more])
    revision_moved(revision)


def needed(text: str, field: str, why: str) -> None:
    """Raise Refused, naming the field, where nothing is said in it."""
    if not text.strip():
        raise Refused([Fault(why, field=field, code="required")])


def conflict_of(lines: Iterable[str], beginning: str) -> None:
    """Raise Conflict that names each line; without any, do nothing."""
    found = list(lines)
    if found:
        raise Conflict(" ".join([beginning, *found]))
