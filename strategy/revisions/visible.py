"""Which revisions somebody may know of."""

from typing import Any

from django.db.models import Q, QuerySet

from strategy.enums import RevisionState
from strategy.models import Plan, Revision
from strategy.queries import visible_plans

_PUBLIC = (RevisionState.APPLIED, RevisionState.TAKEN_BACK)


def visible_revisions(user: Any) -> QuerySet[Revision]:
    """Those that came into force, of plans the user may know of; others for who reads their branches."""
    plans = visible_plans(user).order_by().values("pk")
    seen = Q(branch__in=plans) | Q(state__in=_PUBLIC)
    return Revision.objects.filter(seen, plan__in=plans).select_related(
        "plan", "branch", "before", "after", "begun_by", "decided_by", "after__made_by"
    )


def under_way(plan: Plan, user: Any) -> list[Revision]:
    """Revisions of a plan that are written or wait for approval."""
    states = (RevisionState.DRAFTING, RevisionState.PROPOSED)
    return list(visible_revisions(user).filter(plan=plan, state__in=states))
