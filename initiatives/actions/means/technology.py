"""Shared technology, and what initiatives use of it."""

import math
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from initiatives.actions.means.lists import remove_unused
from initiatives.actions.storing import store
from initiatives.models import Initiative, Technology, TechnologyUse
from initiatives.validators import check_dates, check_standing, refuse
from org.models import User

USE_FIELDS = ("technology", "quantity", "starts_on", "ends_on", "note")


@action
def add_technology(*, by: User | None, **fields: Any) -> Technology:
    """Add a system, licence pool, environment or equipment; raises Refused."""
    return _kept(Technology(), fields)


@action
def change_technology(*, by: User | None, technology: Technology, **fields: Any) -> Technology:
    """Change what it is, how much there is, or `archived_on`; raises Refused."""
    return _kept(technology, fields)


@action
def remove_technology(*, by: User | None, technology: Technology) -> None:
    """Remove one that no initiative uses; raises Conflict."""
    remove_unused(technology)


@action
def add_technology_use(*, by: User | None, initiative: Initiative, **fields: Any) -> TechnologyUse:
    """Say that an initiative needs so much of a technology; `fields` of `USE_FIELDS`.

    Without days it is needed as long as the initiative lasts. Raises Refused, Conflict.
    """
    return _used(TechnologyUse(initiative=initiative), fields)


@action
def change_technology_use(*, by: User | None, use: TechnologyUse, **fields: Any) -> TechnologyUse:
    """Change fields of `USE_FIELDS`; raises Refused, Conflict."""
    return _used(use, fields)


@action
def remove_technology_use(*, by: User | None, use: TechnologyUse) -> None:
    """Take it out; the history keeps it."""
    check_standing(use.initiative)
    use.delete()


def _kept(technology: Technology, fields: dict[str, Any]) -> Technology:
    refuse(_check_quantity(fields.get("quantity", technology.quantity)))
    return store(technology, **fields)


def _used(use: TechnologyUse, fields: dict[str, Any]) -> TechnologyUse:
    check_standing(use.initiative)
    unknown = set(fields) - set(USE_FIELDS)
    if unknown:
        raise TypeError(f"a use of technology has no {', '.join(sorted(unknown))}")
    days = [fields.get(name, getattr(use, name)) for name in ("starts_on", "ends_on")]
    refuse(check_dates(*days), _check_quantity(fields.get("quantity", use.quantity)))
    return store(use, **fields)


def _check_quantity(quantity: float | None) -> Iterator[Fault]:
    if quantity is not None and not (math.isfinite(quantity) and quantity >= 0):
        yield Fault(_("A quantity is 0 or more."), field="quantity")
