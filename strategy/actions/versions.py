"""Keeping a plan as it was agreed at a moment."""

from django.db.models import Max

from org.models import User
from strategy.models import Plan, PlanVersion
from strategy.revisions import snapshot_of


def keep_version(*, by: User | None, plan: Plan, reason: str = "") -> PlanVersion:
    """Keep the plan as it is now; where it says the same as its latest version, that one stays the latest.

    Versions are numbered from 1 and never changed. Part of an action, which the history names and
    which holds the plan locked where two might keep one at once.
    """
    snapshot = snapshot_of(plan)
    latest = plan.versions.order_by("-number").first()
    if latest is not None and latest.snapshot == snapshot:
        return latest
    number = (plan.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    return PlanVersion.objects.create(plan=plan, number=number, snapshot=snapshot, reason=reason, made_by=by)
