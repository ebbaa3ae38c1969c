"""Taking elements out of a plan: removing what nothing uses, archiving the rest, and bringing it back."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from org.models import User
from strategy.actions.dated import end_from, state_from
from strategy.actions.objectives import place_objective
from strategy.events import structure_changed
from strategy.models import Objective, ObjectiveKPI, ObjectivePlacement, Perspective, Priority
from strategy.queries import plan_structure
from strategy.removing import Element, in_use_text, plan_of, uses_of
from strategy.validators import check_editable


@action
def remove_element(*, by: User | None, element: Element) -> None:
    """Take out of the plan what nothing uses; raises Conflict that names what does."""
    plan = plan_of(element)
    check_editable(plan, by)
    uses = uses_of(element)
    if uses:
        raise Conflict(in_use_text(element, uses))
    element.delete()
    structure_changed(plan)


@action
def archive_element(*, by: User | None, element: Element, since: dt.date | None = None) -> Element:
    """Let an element count no longer from `since` (else today) on; earlier days keep it.

    An objective leaves its place and its KPIs; the objectives of a perspective or a priority stand in none
    from then on; the lists leave out a goal and a value. Raises Conflict where it is archived already.
    """
    check_editable(plan_of(element), by)
    if element.archived_on is not None:
        raise Conflict(_("“%(name)s” is archived already.") % {"name": element})
    day = since or timezone.localdate()
    if isinstance(element, Objective):
        now = timezone.now()
        for rows in (ObjectivePlacement.objects, ObjectiveKPI.objects):
            end_from(rows.filter(objective=element), since=day, by=by, now=now)
    elif isinstance(element, Perspective | Priority):
        _empty(element, day, by)
    element.archived_on = day
    element.save(update_fields=["archived_on"])
    structure_changed(plan_of(element))
    return element


def _empty(element: Perspective | Priority, day: dt.date, by: User | None) -> None:
    """Let the objectives that stand in it stand in none from a day on."""
    structure = plan_structure(element.plan, day)
    lane = isinstance(element, Perspective)
    inside = structure.in_perspective(element) if lane else structure.of_priority(element)  # type: ignore[arg-type]
    for each in inside:
        place_objective(
            by=by,
            objective=each.objective,
            perspective=None if lane else each.perspective,
            priority=each.priority if lane else None,
            weight=each.weight,
            since=day,
        )


@action
def restore_element(*, by: User | None, element: Element) -> Element:
    """Let an archived element count again from today on: an objective where it stood, with the KPIs it had.

    What stood in a perspective or priority does not come back by itself. Raises Conflict where it is not
    archived.
    """
    check_editable(plan_of(element), by)
    if element.archived_on is None:
        raise Conflict(_("“%(name)s” is not archived.") % {"name": element})
    if isinstance(element, Objective):
        _stand_again(element, element.archived_on - dt.timedelta(days=1), by)
    element.archived_on = None
    element.save(update_fields=["archived_on"])
    structure_changed(plan_of(element))
    return element


def _stand_again(objective: Objective, day: dt.date, by: User | None) -> None:
    """Place and KPIs as they were on a day, from today on; places that are archived by now are left out."""
    today = timezone.localdate()
    placements = ObjectivePlacement.objects.filter(objective=objective)
    was = placements.current().valid_on(day).select_related("perspective", "priority").first()
    perspective, priority = (was.perspective, was.priority) if was else (None, None)
    state_from(
        placements,
        since=today,
        by=by,
        key={"objective": objective},
        perspective=perspective if perspective and not perspective.archived_on else None,
        priority=priority if priority and not priority.archived_on else None,
        weight=was.weight if was else 1.0,
    )
    for link in ObjectiveKPI.objects.filter(objective=objective).current().valid_on(day):
        state_from(
            ObjectiveKPI.objects.filter(objective=objective, kpi=link.kpi_id),
            since=today,
            by=by,
            key={"objective": objective, "kpi_id": link.kpi_id},
            weight=link.weight,
            position=link.position,
        )
