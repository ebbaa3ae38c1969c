"""The parts of vision and mission that priorities can serve."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from core.actions import action
from core.errors import Fault
from org.models import User
from strategy.analysis.checks import check_choice, check_text, unknown
from strategy.enums import Statement
from strategy.events import structure_changed
from strategy.models import Plan, StatementPart
from strategy.validators import check_editable, refuse


@action
def add_part(*, by: User | None, plan: Plan, of: str, text: str, meaning: str = "") -> StatementPart:
    """Pick out a part of the vision or mission, in its words or in others. Raises Refused."""
    check_editable(plan, by)
    refuse(_check(of, text))
    last = plan.statement_parts.filter(of=of).aggregate(last=Max("position"))["last"]
    part = StatementPart.objects.create(
        plan=plan,
        of=of,
        text=text.strip(),
        meaning=meaning,
        position=0 if last is None else last + 1,
    )
    structure_changed(plan)
    return part


@action
def pick_parts(*, by: User, plan: Plan, parts: Iterable[tuple[str, str]]) -> list[StatementPart]:
    """Pick out several at once: (of, text) each; all or none."""
    return [add_part(by=by, plan=plan, of=of, text=text) for of, text in parts]


@action
def change_part(*, by: User | None, part: StatementPart, **fields: Any) -> StatementPart:
    """Change words, meaning or position of a part; raises Refused."""
    check_editable(part.plan, by)
    for name in ("text", "meaning", "position"):
        setattr(part, name, fields.pop(name, getattr(part, name)))
    unknown("a part", fields)
    refuse(_check(part.of, part.text))
    part.text = part.text.strip()
    part.save()
    structure_changed(part.plan)
    return part


@action
def remove_part(*, by: User | None, part: StatementPart) -> None:
    """Take a part out again; the statement itself does not change."""
    check_editable(part.plan, by)
    part.delete()
    structure_changed(part.plan)


def _check(of: str, text: str) -> Iterable[Fault]:
    yield from check_choice("of", of, Statement.values, may_be_empty=False)
    yield from check_text("text", text, 500)
