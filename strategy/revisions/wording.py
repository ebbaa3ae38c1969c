"""Differences, clashes and faults as people read them."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from strategy.revisions.differences import Difference, differences
from strategy.revisions.elements import ARRANGEMENT, Snapshot
from strategy.revisions.labels import kind_label
from strategy.revisions.merging import Clash, Fault
from strategy.revisions.names import Names

# Texts are compared word by word; names, too, where they have several words.
_WORDWISE = frozenset(
    {
        *("name", "description", "vision", "vision_meaning", "mission", "mission_meaning", "text", "meaning"),
        *("question", "statement", "resources", "relevance", "note", "closing_note", "title"),
    }
)


@dataclass(frozen=True)
class Words:
    """A run of words that was kept (`same`), is new (`added`) or gone (`removed`)."""

    deed: str
    text: str


@dataclass(frozen=True)
class FactDifference:
    """A fact that differs, in words; `words`: of a text, word by word."""

    label: str
    before: str
    after: str
    words: tuple[Words, ...] = ()


@dataclass(frozen=True)
class ReadableDifference:
    """An element that differs: `deed` is added, removed, changed or moved (only its place in a list)."""

    key: str
    kind: str
    name: str
    deed: str
    facts: tuple[FactDifference, ...]

    @property
    def deed_word(self) -> str:
        """The deed, for people."""
        return {
            "added": _("Added"),
            "removed": _("Removed"),
            "changed": _("Changed"),
            "moved": _("Moved in the list"),
        }[self.deed]

    @property
    def sign(self) -> str:
        """The deed as a sign beside its word."""
        return {"added": "+", "removed": "−", "changed": "≠", "moved": "↕"}[self.deed]


def readable(before: Snapshot, after: Snapshot) -> list[ReadableDifference]:
    """How two snapshots differ, in words, in the order in which a plan is read."""
    names = Names(before, after)
    return [_readable(each, names) for each in differences(before, after)]


def _readable(each: Difference, names: Names) -> ReadableDifference:
    deed = "moved" if each.deed == "changed" and ARRANGEMENT.issuperset(each.facts) else each.deed
    facts = () if deed in ("removed", "moved") else tuple(_facts(each, names))
    return ReadableDifference(each.key, kind_label(each.kind), names.element(each.key), deed, facts)


def _facts(each: Difference, names: Names) -> Iterator[FactDifference]:
    for fact, (old, new) in each.facts.items():
        if fact in ARRANGEMENT:
            continue
        before, after = (names.value(each.key, fact, value) for value in (old, new))
        if before != after:
            words = tuple(word_diff(before, after)) if fact in _WORDWISE and before and after else ()
            yield FactDifference(names.label(fact), before, after, words)


def word_diff(before: str, after: str) -> Iterator[Words]:
    """The words of two texts as runs that stayed, went and came."""
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (before, after))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, from_, to in matcher.get_opcodes():
        if tag == "equal":
            yield Words("same", "".join(old[start:end]))
            continue
        if end > start:
            yield Words("removed", "".join(old[start:end]))
        if to > from_:
            yield Words("added", "".join(new[from_:to]))


@dataclass(frozen=True)
class ReadableClash:
    """What both sides changed: which fact of which element, and the three versions of it."""

    name: str
    label: str
    base: str
    ours: str
    theirs: str


def readable_clashes(found: Iterable[Clash], *snapshots: Snapshot) -> list[ReadableClash]:
    """Clashes in words; where one side removed the element, that is said instead of its facts."""
    names = Names(*snapshots)
    return [_clash(each, names) for each in found]


def _clash(each: Clash, names: Names) -> ReadableClash:
    name = names.element(each.key)
    if each.fact:
        said = (names.value(each.key, each.fact, value) for value in (each.base, each.ours, each.theirs))
        return ReadableClash(name, names.label(each.fact), *said)
    there = [
        _("said") if value is not None else _("not said") for value in (each.base, each.ours, each.theirs)
    ]
    return ReadableClash(name, _("Whether it is said at all"), *there)


def clash_lines(found: Iterable[Clash], *snapshots: Snapshot) -> list[str]:
    """A sentence for each clash."""
    return [
        _("%(name)s, %(fact)s: “%(theirs)s” by now, here “%(ours)s”.")
        % {"name": each.name, "fact": each.label, "theirs": each.theirs, "ours": each.ours}
        for each in readable_clashes(found, *snapshots)
    ]


def fault_lines(found: Iterable[Fault], *snapshots: Snapshot) -> list[str]:
    """A sentence for each thing that a plan cannot say."""
    names = Names(*snapshots)
    sentences = {
        "code": _("Two have the same code: %(names)s."),
        "missing": _("Something is named that the plan does not say any more: %(names)s."),
        "circle": _("Causes and effects would run in a circle: %(names)s."),
    }
    return [
        sentences[each.reason] % {"names": ", ".join(names.element(key) for key in each.keys)}
        for each in found
    ]
