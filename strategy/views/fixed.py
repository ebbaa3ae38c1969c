"""Pages whose form would be refused: they say at once why, and what leads on."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from core.errors import Conflict
from core.web import StateForbids
from org.models import User
from strategy.enums import PlanKind, PlanState
from strategy.models import Plan
from strategy.permissions import states_to_take
from strategy.validators import check_editable, check_upkeep


def check_page(user: User, plan: Plan, *, agreed: bool = True) -> None:
    """Raise StateForbids where nobody can change the plan's agreed content directly now.

    `agreed=False`: what a page changes is kept up in a plan in force, too.
    """
    try:
        if agreed:
            check_editable(plan, user)
        else:
            check_upkeep(plan)
    except Conflict as conflict:
        raise StateForbids(str(conflict), title=_title(plan), ways=list(_ways(user, plan))) from conflict


def _title(plan: Plan) -> str:
    return _("This changes by a revision") if _by_revision(plan) else _("This cannot be changed now")


def _by_revision(plan: Plan) -> bool:
    """Whether it is the organisation's plan in force; a branch never is."""
    return (plan.state, plan.kind, plan.revises_id) == (PlanState.ACTIVE, PlanKind.ORGANISATION, None)


def _ways(user: User, plan: Plan) -> Iterator[tuple[str, str]]:
    """What the user can do instead, the best first, as (words, address)."""
    if _by_revision(plan):
        if user.has_perm("strategy.begin_revision", plan):
            yield _("Begin a revision"), reverse("begin_revision", args=[plan.code])
        yield _("Versions and revisions"), reverse("revisions", args=[plan.code])
    elif plan.revises_id is not None:
        yield _("See the revision"), reverse("revision", args=[plan.revision.pk])
    elif states_to_take(user, plan):
        yield _("Move it on"), reverse("plan_state", args=[plan.code])
    yield _("Back to the plan"), reverse("plan", args=[plan.code])
