"""Facts of snapshots in words: ids with the names of what they stand for, days and numbers as written."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.models import KPI
from org.models import Department, User
from strategy.models import AnalysisItem, Objective
from strategy.revisions.differences import elements
from strategy.revisions.elements import CAUSE, PLAN, Facts, Snapshot, kind_of
from strategy.revisions.labels import choice_label, fact_label

# Columns and beginnings of facts that name something outside of the plan, by where it is.
_OUTSIDE: dict[str, type[Any]] = {
    "owner_id": User,
    "who_id": User,
    "lead_id": Department,
    "department_id": Department,
    "kpi_id": KPI,
    "kpi": KPI,
    "answers": AnalysisItem,
    "supporting": Department,
    "team": User,
    "contributes": Objective,
}
_INSIDE = ("objective_id", "goal_id", "perspective", "priority")
_DAYS = ("starts_on", "ends_on", "baseline_on", "due_on", "done_on")
_LONGEST = 100


class Names:
    """What the ids and keys in some snapshots stand for; a query for each kind of thing they name."""

    def __init__(self, *snapshots: Snapshot) -> None:
        self._elements: dict[str, Facts] = {}
        wanted: dict[type[Any], set[int]] = defaultdict(set)
        for snapshot in snapshots:
            self._elements |= elements(snapshot)
            for facts in elements(snapshot).values():
                for model, pk in _outside(facts):
                    wanted[model].add(pk)
        self._outside = {model: model._default_manager.in_bulk(list(pks)) for model, pks in wanted.items()}

    def element(self, key: str) -> str:
        """What an element is called: its code and name, its statement, the start of its words."""
        if key == PLAN:
            return _("The plan itself")
        if kind_of(key) == CAUSE:
            return " → ".join(self.element(end) for end in key.removeprefix(f"{CAUSE}:").split(">"))
        facts = self._elements.get(key, {})
        said = next((facts[name] for name in ("name", "statement", "title", "text") if facts.get(name)), key)
        words = f"{facts['code']} {said}" if facts.get("code") and kind_of(key) == "objective" else str(said)
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"

    def label(self, fact: str) -> str:
        """What a fact is called, with the name of what it speaks of."""
        beginning, colon, rest = fact.partition(":")
        if not colon:
            return fact_label(fact)
        name = self.element(rest) if beginning == "serves" else self._outer(beginning, int(rest))
        return fact_label(fact, name)

    def value(self, key: str, fact: str, value: Any) -> str:
        """A value as people read it; empty where nothing is said."""
        if value is True or (value == "" and ":" in fact):  # who helps, and nothing said about how
            return _("yes")
        if value is None or value == "":
            return ""
        if fact in _INSIDE:
            return self.element(value)
        if fact in _OUTSIDE:
            return self._outer(fact, value)
        if fact in _DAYS:
            return formats.date_format(dt.date.fromisoformat(value), "DATE_FORMAT")
        if isinstance(value, float):
            return self._number(fact, value)
        return choice_label(fact, kind_of(key), value)

    def _number(self, fact: str, value: float) -> str:
        if fact == "min_coverage":
            return f"{number_text(value * 100)} %"
        weight = number_text(value, 0 if value.is_integer() else 2)
        return _("weight %(weight)s") % {"weight": weight} if fact.startswith("kpi:") else weight

    def _outer(self, column: str, pk: int) -> str:
        found = self._outside.get(_OUTSIDE[column], {}).get(pk)
        return str(getattr(found, "name", found) if found is not None else _("something deleted"))


def _outside(facts: Facts) -> Iterable[tuple[type[Any], int]]:
    for fact, value in facts.items():
        beginning, _colon, rest = fact.partition(":")
        model = _OUTSIDE.get(beginning)
        if model is not None and (rest or value is not None):
            yield model, int(rest or value)
