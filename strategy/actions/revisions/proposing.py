"""Before a revision is decided: proposing it, sending it back, withdrawing it, bringing it up to date."""

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Refused
from org.actions import FAR_PAST
from org.models import User
from strategy.actions.revisions.chosen import reopen_options
from strategy.actions.revisions.imported import carry_extras
from strategy.actions.revisions.moving import check_move, decide, locked, needed
from strategy.actions.revisions.writing import bring_to
from strategy.enums import PlanState, RevisionState
from strategy.events import revision_moved
from strategy.models import Revision
from strategy.revisions import clashes, differences, faults, merged, snapshot_of
from strategy.revisions.wording import fault_lines


@action
def propose_revision(*, by: User | None, revision: Revision) -> Revision:
    """Lay a revision before the executives; from then on its branch stays as it is.

    Raises Refused where it changes nothing or says what cannot be, Conflict where it is not being written.
    """
    revision = locked(revision)
    check_move(revision, RevisionState.PROPOSED)
    ours = snapshot_of(revision.branch)
    if not differences(revision.base, ours):
        raise Refused(_("Nothing has been changed yet."))
    wrong = fault_lines(faults(ours), ours)
    if wrong:
        raise Refused(" ".join(wrong))
    revision.state, revision.proposed_at = RevisionState.PROPOSED, timezone.now()
    revision.save(update_fields=["state", "proposed_at"])
    revision_moved(revision)
    return revision


@action
def return_revision(*, by: User | None, revision: Revision, comment: str) -> Revision:
    """Give a proposed revision back to who writes it, with what is missing."""
    revision = locked(revision)
    check_move(revision, RevisionState.DRAFTING)
    needed(comment, "comment", _("Say what is to be changed."))
    decide(revision, RevisionState.DRAFTING, by, comment)
    return revision


@action
def withdraw_revision(*, by: User | None, revision: Revision, comment: str = "") -> Revision:
    """Give a revision up; its branch stays readable, options that were chosen within it are open again."""
    revision = locked(revision)
    check_move(revision, RevisionState.WITHDRAWN)
    decide(revision, RevisionState.WITHDRAWN, by, comment)
    reopen_options(revision.branch)
    close_branch(revision)
    return revision


@action
def bring_up_to_date(*, by: User | None, revision: Revision) -> Revision:
    """Take into the branch what changed in the plan meanwhile; where both changed, the branch stays."""
    revision = locked(revision)
    if revision.state != RevisionState.DRAFTING:
        raise Conflict(_("This revision is “%(state)s”.") % {"state": revision.get_state_display()})
    now, ours = snapshot_of(revision.plan), snapshot_of(revision.branch)
    removed = [each for each in clashes(revision.base, ours, now) if not each.fact and each.theirs is None]
    target = merged(revision.base, ours, now)
    for clash in removed:  # the plan says it no longer: what the branch says of it has nothing to hold on to
        target["elements"].pop(clash.key, None)
    wrong = fault_lines(faults(target), target)
    if wrong:
        raise Conflict(" ".join(wrong))
    bring_to(revision.branch, target, since=FAR_PAST, by=by)
    carry_extras(revision.branch)
    revision.base = now
    revision.save(update_fields=["base"])
    return revision


def close_branch(revision: Revision) -> None:
    """The branch of a decided revision is history."""
    revision.branch.state = PlanState.ARCHIVED
    revision.branch.save(update_fields=["state"])
