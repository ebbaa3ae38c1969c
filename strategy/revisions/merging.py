"""Whether a change still fits a plan that changed meanwhile."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from strategy.revisions.differences import Difference, changed, differences, elements
from strategy.revisions.elements import ARRANGEMENT, CAUSE, KIND, Elements, Snapshot, kind_of


@dataclass(frozen=True)
class Clash:
    """That both sides changed the same thing differently. `fact` is empty where one of them removed it."""

    key: str
    fact: str
    base: Any
    ours: Any  # what the revision says
    theirs: Any  # what the plan says by now


def clashes(base: Snapshot, ours: Snapshot, theirs: Snapshot) -> list[Clash]:
    """Where what the revision changed was changed otherwise in the plan since the revision was begun."""
    mine = {each.key: each for each in differences(base, ours)}
    others = {each.key: each for each in differences(base, theirs)}
    return [clash for key, each in mine.items() if key in others for clash in _of_element(each, others[key])]


def _of_element(ours: Difference, theirs: Difference) -> Iterator[Clash]:
    if (ours.after is None) != (theirs.after is None):
        yield Clash(ours.key, "", ours.before, ours.after, theirs.after)
        return
    for name, (before, after) in ours.facts.items():
        other = theirs.facts.get(name)
        if other is not None and other[1] != after and name not in ARRANGEMENT and ours.after is not None:
            yield Clash(ours.key, name, before, after, other[1])


def merged(base: Snapshot, ours: Snapshot, theirs: Snapshot) -> dict[str, Any]:
    """The plan by now with the revision's change in it; where both changed a thing, as the revision says."""
    return changed(theirs, differences(base, ours))


@dataclass(frozen=True)
class Fault:
    """What a snapshot could not be: `code` twice, `missing` (something names what is not said), `circle`."""

    reason: str
    keys: tuple[str, ...]


def faults(snapshot: Snapshot) -> list[Fault]:
    """What would be wrong with a plan that said this; empty where it can be said."""
    found = elements(snapshot)
    return [*_codes(found), *_missing(found), *_circle(found)]


def _codes(found: Elements) -> Iterator[Fault]:
    """Two perspectives, priorities or objectives with one code."""
    used = Counter(
        (kind_of(key), str(facts["code"]).lower()) for key, facts in found.items() if "code" in facts
    )
    for (kind, code), count in used.items():
        if count > 1:
            same = (
                key
                for key, facts in found.items()
                if kind_of(key) == kind and str(facts.get("code", "")).lower() == code
            )
            yield Fault("code", tuple(same))


def _missing(found: Elements) -> Iterator[Fault]:
    """Something that stands in, belongs to or serves what the plan does not say."""
    for key, facts in found.items():
        for named in _named(key, facts):
            if named not in found:
                yield Fault("missing", (key, named))


def _named(key: str, facts: dict[str, Any]) -> Iterator[str]:
    if kind_of(key) == CAUSE:
        yield from key.removeprefix(f"{CAUSE}:").split(">")
    columns = ("perspective", "priority", *(KIND[kind_of(key)].inside if kind_of(key) in KIND else ()))
    yield from (facts[column] for column in columns if facts.get(column))
    yield from (name.removeprefix("serves:") for name in facts if name.startswith("serves:"))


def _circle(found: Elements) -> Iterator[Fault]:
    """Causes and effects that run in a circle."""
    effects: dict[str, list[str]] = {}
    for key in found:
        if kind_of(key) == CAUSE:
            cause, effect = key.removeprefix(f"{CAUSE}:").split(">")
            effects.setdefault(cause, []).append(effect)
    done: set[str] = set()
    for start in effects:
        circle = _way_back(start, effects, done)
        if circle:
            yield Fault("circle", circle)
            return


def _way_back(start: str, effects: dict[str, list[str]], done: set[str]) -> tuple[str, ...]:
    """A way from an objective along its effects that comes upon itself; empty where there is none."""
    way: list[str] = []

    def walk(key: str) -> tuple[str, ...]:
        if key in way:
            return (*way[way.index(key) :], key)
        if key in done:
            return ()
        way.append(key)
        circle = next((each for each in map(walk, effects.get(key, [])) if each), ())
        way.pop()
        done.add(key)
        return circle

    return walk(start)
