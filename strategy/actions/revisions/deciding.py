"""Approving a revision, which carries it out, and taking it back."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from org.models import User
from strategy.actions.revisions.chosen import keep_options
from strategy.actions.revisions.moving import check_move, conflict_of, decide, locked, needed
from strategy.actions.revisions.proposing import close_branch
from strategy.actions.revisions.writing import bring_to
from strategy.actions.versions import keep_version
from strategy.enums import PlanState, RevisionState
from strategy.models import Plan, Revision
from strategy.revisions import Snapshot, clashes, faults, merged, snapshot_of
from strategy.revisions.elements import KIND
from strategy.revisions.wording import clash_lines, fault_lines
from strategy.validators import applying_to, check_person


@action
def approve_revision(*, by: User | None, revision: Revision, comment: str = "") -> Revision:
    """Let a proposed revision come into force: its plan says from now on what the branch says.

    The plan is kept as a version before and after. Raises Conflict, naming what, where the plan was changed
    in the same place since the revision was begun.
    """
    check_person(by)
    revision = locked(revision)
    check_move(revision, RevisionState.APPLIED)
    now, ours = snapshot_of(revision.plan), snapshot_of(revision.branch)
    since = revision.since or timezone.localdate()
    before, after, made = _carry_out(
        revision, base=revision.base, ours=ours, now=now, since=since, by=by, reason=revision.title
    )
    _adopt(revision.branch, made)
    keep_options(revision.branch)
    close_branch(revision)
    decide(revision, RevisionState.APPLIED, by, comment, before=before, after=after, since=since)
    return revision


@action
def take_back_revision(
    *, by: User | None, revision: Revision, reason: str, since: dt.date | None = None
) -> Revision:
    """Let the plan say again what it said before the revision, from `since` (None: today) on.

    What others changed since stays. Raises Conflict, naming what, where it is in the same place.
    """
    check_person(by)
    revision = locked(revision)
    check_move(revision, RevisionState.TAKEN_BACK)
    needed(reason, "reason", _("Say why it is taken back."))
    assert revision.before is not None
    assert revision.after is not None
    _carry_out(
        revision,
        base=revision.after.snapshot,
        ours=revision.before.snapshot,
        now=snapshot_of(revision.plan),
        since=since or timezone.localdate(),
        by=by,
        reason=_("Taken back: %(title)s. %(reason)s") % {"title": revision.title, "reason": reason.strip()},
    )
    decide(revision, RevisionState.TAKEN_BACK, by, reason)
    return revision


def _carry_out(
    revision: Revision,
    *,
    base: Snapshot,
    ours: Snapshot,
    now: Snapshot,
    since: dt.date,
    by: User | None,
    reason: str,
) -> tuple[Any, Any, dict[str, int]]:
    """Bring the change from `base` to `ours` into the plan: versions before and after, what was made."""
    plan = revision.plan
    if plan.state != PlanState.ACTIVE:
        raise Conflict(_("“%(plan)s” is not active any more.") % {"plan": plan.name})
    target = merged(base, ours, now)
    conflict_of(
        clash_lines(clashes(base, ours, now), base, ours, now),
        _("The plan was changed in the same place since then:"),
    )
    conflict_of(fault_lines(faults(target), target), _("The plan cannot say this:"))
    conflict_of(_codes_of_archived(plan, target), _("The plan cannot say this:"))
    before = keep_version(by=by, plan=plan, reason=_("Before: %(title)s") % {"title": revision.title})
    with applying_to(plan):
        made = bring_to(plan, target, since=since, by=by)
    after = keep_version(by=by, plan=plan, reason=reason)
    return before, after, made


def _codes_of_archived(plan: Plan, target: Snapshot) -> list[str]:
    """That something new has the code of something archived, in words."""
    lines = []
    for kind in (KIND[name] for name in ("perspective", "priority", "objective")):
        said = {key: facts for key, facts in target["elements"].items() if key.startswith(f"{kind.name}:")}
        codes = {str(facts["code"]).lower(): key for key, facts in said.items()}
        archived = kind.model._default_manager.filter(plan=plan, archived_on__isnull=False)
        for pk, code in archived.values_list("pk", "code"):
            if codes.get(code.lower(), kind.key(pk)) != kind.key(pk):
                lines.append(_("The code %(code)s belongs to something archived.") % {"code": code})
    return lines


def _adopt(branch: Plan, made: dict[str, int]) -> None:
    """What was new on the branch is from now on a copy of what the plan got for it."""
    for key, pk in made.items():
        kind, _colon, rest = key.partition(":")
        if rest.startswith("new"):
            model = KIND[kind].model
            model._default_manager.filter(pk=int(rest.removeprefix("new"))).update(origin=pk)
