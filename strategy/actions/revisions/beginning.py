"""Beginning a revision: a branch of the plan with everything the plan says."""

import datetime as dt

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.actions import FAR_PAST
from org.models import User
from strategy.actions.revisions.imported import carry_extras
from strategy.actions.revisions.writing import bring_to
from strategy.enums import PlanKind, PlanState, RevisionState
from strategy.events import revision_moved
from strategy.models import Plan, Revision
from strategy.revisions import snapshot_of
from strategy.revisions.elements import PLAN_WORDS
from strategy.validators import check_name, refuse


@action
def begin_revision(
    *, by: User | None, plan: Plan, title: str, reason: str, since: dt.date | None = None
) -> Revision:
    """Begin to change a plan in force, on a branch that is edited as any draft.

    `since`: from when its weights, places and links shall hold; None: from the day of its approval. Raises
    Conflict where the plan is not in force, Refused without a title or a reason.
    """
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if plan.kind != PlanKind.ORGANISATION or plan.revises_id or plan.state != PlanState.ACTIVE:
        raise Conflict(_("Only the organisation's active plan is changed by revisions."))
    refuse(_title(title), _reason(reason))
    base = snapshot_of(plan)
    words = {name: getattr(plan, name) for name in PLAN_WORDS}
    branch = Plan.objects.create(code=_code(plan), revises=plan, state=PlanState.DRAFT, **words)
    bring_to(branch, base, since=FAR_PAST, by=by)
    carry_extras(branch)
    revision = Revision.objects.create(
        plan=plan,
        branch=branch,
        title=title.strip(),
        reason=reason.strip(),
        since=since,
        base=base,
        begun_by=by,
    )
    revision_moved(revision)
    return revision


@action
def change_revision(
    *, by: User | None, revision: Revision, title: str, reason: str, since: dt.date | None = None
) -> Revision:
    """Say otherwise what changes, why and from when, while it is written. Raises Conflict, Refused."""
    if revision.state != RevisionState.DRAFTING:
        raise Conflict(_("This revision is “%(state)s”.") % {"state": revision.get_state_display()})
    refuse(_title(title), _reason(reason))
    revision.title, revision.reason, revision.since = title.strip(), reason.strip(), since
    revision.save(update_fields=["title", "reason", "since"])
    return revision


def _title(title: str) -> list[Fault]:
    return [Fault(each.message, field="title", code=each.code) for each in check_name(title, 300)]


def _reason(reason: str) -> list[Fault]:
    return [] if reason.strip() else [Fault(_("A reason is needed."), field="reason", code="required")]


def _code(plan: Plan) -> str:
    """`h30-r3`: the plan's code with the number of the revision, cut where it would be too long."""
    number = plan.revisions.count() + 1
    while True:
        ending = f"-r{number}"
        code = f"{plan.code[: 60 - len(ending)]}{ending}"
        if not Plan.objects.filter(code__iexact=code).exists():
            return code
        number += 1
