"""What could be done: options that pair items of the analysis."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from strategy.analysis.checks import check_open, check_rating, unknown
from strategy.enums import ItemState, OptionState
from strategy.models import AnalysisItem, Plan, StrategicOption
from strategy.options import kind_of
from strategy.validators import check_name, refuse


@action
def add_option(
    *,
    by: User | None,
    plan: Plan,
    name: str,
    items: Sequence[AnalysisItem],
    description: str = "",
    value: int | None = None,
    effort: int | None = None,
) -> StrategicOption:
    """Add an option that pairs items inside the organisation with items outside it; they say its kind.

    Value and effort: 1 (little) to 5 (much), None: not rated. Raises Refused.
    """
    check_open(plan)
    refuse(
        check_name(name, 300),
        _check_items(plan, items),
        check_rating("value", value),
        check_rating("effort", effort),
    )
    option = StrategicOption.objects.create(
        plan=plan,
        kind=kind_of(items) or "",
        name=name.strip(),
        description=description,
        value=value,
        effort=effort,
        position=plan.options.count(),
    )
    option.items.set(items)
    return option


@action
def change_option(*, by: User | None, option: StrategicOption, **fields: Any) -> StrategicOption:
    """Change name, description, value, effort or items of an option; raises Refused."""
    check_open(option.plan)
    items = fields.pop("items", None)
    for name in ("name", "description", "value", "effort"):
        setattr(option, name, fields.pop(name, getattr(option, name)))
    unknown("an option", fields)
    refuse(
        check_name(option.name, 300),
        _check_items(option.plan, items) if items is not None else (),
        check_rating("value", option.value),
        check_rating("effort", option.effort),
    )
    option.name = option.name.strip()
    if items is not None:
        option.kind = kind_of(items) or option.kind
        option.items.set(items)
    option.save()
    return option


@action
def remove_option(*, by: User | None, option: StrategicOption) -> None:
    """Take out an option that became no priority; the history keeps it. Raises Conflict."""
    check_open(option.plan)
    if option.state == OptionState.CHOSEN:
        raise Conflict(_("“%(option)s” became a priority and stays.") % {"option": option.name})
    option.delete()


def _check_items(plan: Plan, items: Sequence[AnalysisItem]) -> Iterable[Fault]:
    for item in items:
        if item.plan_id != plan.pk or item.state in (ItemState.OWN, ItemState.MERGED):
            yield Fault(_("“%(item)s” is not on this plan's board.") % {"item": item.pk}, field="items")
            return
    if kind_of(items) is None:
        message = _(
            "Pair strengths or weaknesses with opportunities or threats: items of one field inside and of "
            "one field outside."
        )
        yield Fault(message, field="items")
