"""How two snapshots differ: element by element, fact by fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from strategy.revisions.elements import CAUSE, KINDS, Elements, Facts, Snapshot, kind_of

_ORDER = {"plan": -1, CAUSE: len(KINDS)} | {kind.name: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Difference:
    """What became of one element; `before` None: it is new, `after` None: it is said no longer.

    `facts`: of what is said before and after the facts that differ, by name, as (before, after); a fact
    that is not said is None.
    """

    key: str
    before: Facts | None
    after: Facts | None
    facts: Mapping[str, tuple[Any, Any]]

    @property
    def kind(self) -> str:
        """The kind of the element: plan, value, objective, …"""
        return kind_of(self.key)

    @property
    def deed(self) -> str:
        """`added`, `removed` or `changed`."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


def elements(snapshot: Snapshot) -> Elements:
    """The elements of a snapshot."""
    found: Elements = snapshot["elements"]
    return found


def differences(before: Snapshot, after: Snapshot) -> list[Difference]:
    """Every element that differs, in the order in which a plan is read; empty where nothing does."""
    old, new = elements(before), elements(after)
    keys = [*old, *(key for key in new if key not in old)]
    found = [Difference(key, old.get(key), new.get(key), _facts(old.get(key), new.get(key))) for key in keys]
    return sorted((each for each in found if _differs(each)), key=lambda each: _ORDER[each.kind])


def _differs(each: Difference) -> bool:
    return bool(each.facts) or each.before is None or each.after is None


def _facts(old: Facts | None, new: Facts | None) -> dict[str, tuple[Any, Any]]:
    before, after = old or {}, new or {}
    names = [*before, *(name for name in after if name not in before)]
    return {
        name: (before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    }


def changed(snapshot: Snapshot, change: list[Difference]) -> dict[str, Any]:
    """The snapshot with a change in it: what the change does not touch stays as it is."""
    result = {key: dict(facts) for key, facts in elements(snapshot).items()}
    for each in change:
        if each.after is None:
            result.pop(each.key, None)
        elif each.before is None or each.key not in result:
            result[each.key] = dict(each.after)
        else:
            for name, (_before, value) in each.facts.items():
                _say(result[each.key], name, value, each.after)
    return {**snapshot, "elements": result}


def _say(facts: Facts, name: str, value: Any, after: Facts) -> None:
    """A fact that is said no longer is left out, as a KPI that is no longer linked."""
    if name in after:
        facts[name] = value
    else:
        facts.pop(name, None)
