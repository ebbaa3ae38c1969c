"""What a revision changes, as its page and REST show it."""

from dataclasses import dataclass

from strategy.enums import RevisionState
from strategy.models import Revision
from strategy.revisions.differences import differences
from strategy.revisions.elements import Snapshot
from strategy.revisions.merging import clashes
from strategy.revisions.snapshot import snapshot_of
from strategy.revisions.wording import ReadableClash, ReadableDifference, readable, readable_clashes


@dataclass(frozen=True)
class Comparison:
    """The change, what contradicts it by now, and whether the plan moved on since it was begun."""

    changes: tuple[ReadableDifference, ...]
    clashes: tuple[ReadableClash, ...] = ()
    behind: bool = False


def compare(revision: Revision) -> Comparison:
    """Of one in force what it changed then; of one that is given up what it would have changed."""
    if revision.before is not None and revision.after is not None:
        return Comparison(tuple(readable(revision.before.snapshot, revision.after.snapshot)))
    base: Snapshot = revision.base
    ours = snapshot_of(revision.branch)
    changes = tuple(readable(base, ours))
    if revision.state == RevisionState.WITHDRAWN:
        return Comparison(changes)
    now = snapshot_of(revision.plan)
    found = readable_clashes(clashes(base, ours, now), base, ours, now)
    return Comparison(changes, tuple(found), bool(differences(base, now)))
