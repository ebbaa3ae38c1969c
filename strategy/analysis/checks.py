"""Rules of what is found that pages, programs and rounds share."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault
from strategy.enums import CATEGORIES, Lens, PlanState, Quadrant
from strategy.models import AnalysisItem, Plan

_is_address = URLValidator(schemes=["http", "https"])


def check_open(plan: Plan) -> None:
    """An archived plan's analysis is history; that of an active plan goes on. Raises Conflict."""
    if plan.state == PlanState.ARCHIVED:
        raise Conflict(_("“%(plan)s” is archived and cannot be changed.") % {"plan": plan.name})


def check_text(field: str, text: str, limit: int) -> Iterable[Fault]:
    """Faults of a statement or name that is empty or too long."""
    if not text.strip():
        yield Fault(_("Say it in a few words."), field=field, code="required")
    elif len(text) > limit:
        yield Fault(_("At most %(limit)d letters.") % {"limit": limit}, field=field, code="max_length")


def check_rating(field: str, rating: int | None) -> Iterable[Fault]:
    """Faults of a rating, which goes from 1 to 5 or is not given."""
    if rating is not None and not 1 <= rating <= 5:
        yield Fault(_("A rating goes from 1 to 5."), field=field)


def check_choice(
    field: str, value: str, choices: Iterable[str], may_be_empty: bool = True
) -> Iterable[Fault]:
    """Faults of a value that is none of the choices."""
    known = [*choices]
    if value not in known and not (may_be_empty and not value):
        named = {"value": repr(value), "known": ", ".join(known)}
        yield Fault(_("%(value)s is none of: %(known)s.") % named, field=field, code="invalid_choice")


def check_address(field: str, address: str) -> Iterable[Fault]:
    """Faults of a source that is no address of the web."""
    if not address:
        return
    try:
        _is_address(address)
    except ValidationError:
        yield Fault(_("An address begins with https:// or http://."), field=field)


def check_field(item: AnalysisItem) -> Iterable[Fault]:
    """Faults of where an item stands: SWOT has quadrants, every other lens its own fields."""
    if item.lens not in Lens.values:
        yield from check_choice("lens", item.lens, Lens.values, may_be_empty=False)
        return
    if item.lens == Lens.SWOT:
        yield from check_choice("quadrant", item.quadrant, Quadrant.values, may_be_empty=False)
        if item.category:
            yield Fault(_("SWOT has quadrants, no fields."), field="category")
        return
    yield from check_choice("category", item.category, CATEGORIES[item.lens], may_be_empty=False)
    yield from check_choice("quadrant", item.quadrant, Quadrant.values)


def unknown(thing: str, fields: dict[str, Any]) -> None:
    """A programmer's mistake: fields that the thing has not; raises TypeError."""
    if fields:
        raise TypeError(f"{thing} has no {', '.join(sorted(fields))}")
