"""Who is affected by an initiative, how ready they are, and what is done so that they come along."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from initiatives.actions.storing import store
from initiatives.enums import ActionState
from initiatives.models import AffectedGroup, Initiative, ReadinessAction, ReadinessRating
from initiatives.readiness.barrier import DIMENSIONS, MOST
from initiatives.validators import check_standing, refuse
from org.models import User

GROUP_FIELDS = ("name", "department", "people", "impact", "change", "resistance")
ACTION_FIELDS = ("name", "dimension", "owner", "due_on", "state", "done_on")


@action
def add_group(*, by: User | None, initiative: Initiative, name: str, **fields: Any) -> AffectedGroup:
    """Add people whom an initiative affects; `fields` of `GROUP_FIELDS`. Raises Refused, Conflict."""
    check_standing(initiative)
    group = AffectedGroup(initiative=initiative, position=_next(initiative.groups.all()))
    return _keep(group, {"name": name, **fields}, GROUP_FIELDS)


@action
def change_group(*, by: User | None, group: AffectedGroup, **fields: Any) -> AffectedGroup:
    """Change fields of `GROUP_FIELDS`; raises Refused, or Conflict where the initiative is archived."""
    check_standing(group.initiative)
    return _keep(group, fields, GROUP_FIELDS)


@action
def remove_group(*, by: User | None, group: AffectedGroup) -> None:
    """Take a group out with its ratings; raises Conflict where something was done for it already."""
    check_standing(group.initiative)
    if group.actions.filter(state=ActionState.DONE).exists():
        raise Conflict(_("Something was done for this group already; it stays, so that this can be read."))
    group.delete()


@action
def rate_group(*, by: User | None, group: AffectedGroup, rated_on: dt.date, **said: Any) -> ReadinessRating:
    """Say how ready a group is on a day: ratings by dimension, `note`; the same day again replaces it.

    Raises Refused: nothing is rated, a rating is not 1 to 5, the day has not come; Conflict (archived).
    """
    check_standing(group.initiative)
    rating = group.ratings.filter(rated_on=rated_on).first()
    rating = rating or ReadinessRating(group=group, rated_on=rated_on)
    return _rate(rating, by, said)


@action
def change_rating(*, by: User | None, rating: ReadinessRating, **said: Any) -> ReadinessRating:
    """Put right what a rating says, or its day; raises Refused, Conflict."""
    check_standing(rating.initiative)
    rating.rated_on = said.pop("rated_on", rating.rated_on)
    return _rate(rating, by, said)


@action
def remove_rating(*, by: User | None, rating: ReadinessRating) -> None:
    """Take back a rating that was recorded by mistake; the history keeps it."""
    check_standing(rating.initiative)
    rating.delete()


@action
def add_action(*, by: User | None, group: AffectedGroup, name: str, **fields: Any) -> ReadinessAction:
    """Add something that is to be done for a group; `fields` of `ACTION_FIELDS`. Raises Refused, Conflict."""
    check_standing(group.initiative)
    row = ReadinessAction(group=group, position=_next(group.actions.all()))
    return _keep_action(row, {"name": name, **fields})


@action
def change_action(*, by: User | None, action: ReadinessAction, **fields: Any) -> ReadinessAction:
    """Change fields of `ACTION_FIELDS`; raises Refused, or Conflict where the initiative is archived."""
    check_standing(action.initiative)
    return _keep_action(action, fields)


@action
def remove_action(*, by: User | None, action: ReadinessAction) -> None:
    """Take out an action that was added by mistake; one that is not wanted any more is dropped instead."""
    check_standing(action.initiative)
    action.delete()


def _rate(rating: ReadinessRating, by: User | None, said: dict[str, Any]) -> ReadinessRating:
    _set(rating, said, (*DIMENSIONS, "note"))
    refuse(_rating_faults(rating))
    rating.rated_by = by
    return store(rating, note=rating.note)


def _rating_faults(rating: ReadinessRating) -> Iterator[Fault]:
    if all(getattr(rating, each) is None for each in DIMENSIONS):
        yield Fault(_("Rate one of the five at least."), field=DIMENSIONS[0], code="required")
    for each in DIMENSIONS:
        value = getattr(rating, each)
        if value is not None and not 1 <= value <= MOST:
            yield Fault(_("A rating is from 1 to 5."), field=each)
    if rating.rated_on > timezone.localdate():
        yield Fault(_("This day has not come yet."), field="rated_on")


def _keep_action(row: ReadinessAction, fields: dict[str, Any]) -> ReadinessAction:
    _set(row, fields, ACTION_FIELDS)
    today = timezone.localdate()
    if row.state != ActionState.DONE:
        row.done_on = None
    elif row.done_on is None:
        row.done_on = today
    elif row.done_on > today:
        refuse([Fault(_("This day has not come yet."), field="done_on")])
    return store(row, name=row.name)


def _keep(group: AffectedGroup, fields: dict[str, Any], known: tuple[str, ...]) -> AffectedGroup:
    _set(group, fields, known)
    return store(group, name=group.name)


def _set(row: Any, fields: dict[str, Any], known: tuple[str, ...]) -> None:
    unknown = set(fields) - set(known)
    if unknown:
        raise TypeError(f"there is no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(row, name, value)


def _next(rows: QuerySet[Any]) -> int:
    last: int | None = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
