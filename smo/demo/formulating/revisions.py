"""The demonstration's versions and revisions: one in force, one that waits, one being written."""

import datetime as dt

from django.db.models import QuerySet
from django.utils import timezone

from org.models import User
from smo.demo.formulating.scene import Scene
from strategy.actions import (
    add_value,
    change_objective,
    change_perspective_weight,
    change_plan,
    change_priority,
    place_objective,
)
from strategy.actions.revisions import approve_revision, begin_revision, propose_revision
from strategy.models import Agreement, Objective, Plan, PlanVersion, Revision

_MEANING = (
    "Walking to school stands for streets that forgive a mistake, swimming in the bay for water that is "
    "clean every day of the summer, staying for rent that leaves something to live on."
)
_MISSION_MEANING = "Nobody chooses their city hall. So it has to be good without competition."


def store(scene: Scene) -> None:
    """Add a revision in force for some weeks, one proposed some days ago, and one that was just begun."""
    staff, executive = scene.people["smo"], scene.people["executive"]
    _long_ago(scene.plan.versions.all(), scene.plan.agreements.all(), scene.today)
    _in_force(scene.plan, staff, executive, scene.today)
    _proposed(scene.plan, staff, scene.today)
    _written(scene.plan, staff, scene.today)


def _long_ago(versions: QuerySet[PlanVersion], agreements: QuerySet[Agreement], today: dt.date) -> None:
    """The plan was approved when it began."""
    approved = _noon(today.replace(year=today.year - 3, month=1, day=9))
    versions.update(made_at=approved, reason="Approved by the council")
    agreements.update(at=approved, comment="The council voted for it on 9 January.")


def _in_force(plan: Plan, staff: User, executive: User, today: dt.date) -> None:
    revision = begin_revision(
        by=staff,
        plan=plan,
        title="Say what the vision means",
        reason=(
            "In the consultation three departments read the vision in three ways. The words stay; "
            "what they mean is written beside them, and how we work with others becomes a value."
        ),
    )
    branch = revision.branch
    change_plan(by=staff, plan=branch, vision_meaning=_MEANING, mission_meaning=_MISSION_MEANING)
    add_value(
        by=staff,
        plan=branch,
        name="Ask first",
        description="Who has to live with a decision hears of it before it is made.",
    )
    propose_revision(by=staff, revision=revision)
    approved = approve_revision(by=executive, revision=revision, comment="It reads better aloud, too.")
    decided = _noon(today - dt.timedelta(days=38))
    PlanVersion.objects.filter(pk__in=[approved.before_id, approved.after_id]).update(made_at=decided)
    Revision.objects.filter(pk=approved.pk).update(
        begun_at=decided - dt.timedelta(days=19),
        proposed_at=decided - dt.timedelta(days=6),
        decided_at=decided,
        since=decided.date(),
    )


def _proposed(plan: Plan, staff: User, today: dt.date) -> None:
    revision = begin_revision(
        by=staff,
        plan=plan,
        title="The sea counts for more",
        reason=(
            "Two storms this year came over the quay. Being ready for the next one should weigh more than it "
            "did when the plan was written, and sooner."
        ),
        since=dt.date(today.year + 1, 1, 1),
    )
    branch = revision.branch
    for code, weight in (("residents", 40.0), ("stewardship", 10.0)):
        change_perspective_weight(
            by=staff, perspective=branch.perspectives.get(code=code), weight=weight, since=today
        )
    sea = branch.priorities.get(code="P3")
    first = _serving(branch, sea.pk)
    change_objective(by=staff, objective=first, name=f"{first.name}, before the next winter")
    placed = first.placements.current().get()
    place_objective(
        by=staff,
        objective=first,
        perspective=placed.perspective,
        priority=sea,
        weight=placed.weight + 2,
        since=today,
    )
    propose_revision(by=staff, revision=revision)
    Revision.objects.filter(pk=revision.pk).update(
        begun_at=_noon(today - dt.timedelta(days=11)), proposed_at=_noon(today - dt.timedelta(days=2))
    )


def _written(plan: Plan, staff: User, today: dt.date) -> None:
    revision = begin_revision(
        by=staff,
        plan=plan,
        title="Streets that forgive, in plainer words",
        reason=(
            "Guests of the consultation asked what a street that forgives is. The first priority should say "
            "it in a sentence that needs no footnote."
        ),
    )
    first = revision.branch.priorities.all()[0]
    change_priority(
        by=staff, priority=first, description=f"{first.description} A slip of attention costs nobody a life."
    )
    Revision.objects.filter(pk=revision.pk).update(begun_at=_noon(today - dt.timedelta(days=3)))


def _serving(branch: Plan, priority: int) -> Objective:
    """The first objective of the branch that serves a priority."""
    current = Objective.objects.filter(
        plan=branch, placements__priority=priority, placements__known_to__isnull=True
    )
    return current.order_by("position")[0]


def _noon(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))
