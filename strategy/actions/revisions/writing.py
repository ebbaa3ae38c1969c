"""Making a plan say what a snapshot says: the one place that carries a difference out."""

import datetime as dt

from django.utils import timezone

from org.models import User
from strategy.actions.claims import state_claim, withdraw_claim
from strategy.actions.dated import end_from
from strategy.actions.revisions.beside import WRITERS, Writing
from strategy.events import structure_changed
from strategy.models import ObjectiveKPI, ObjectivePlacement, Plan
from strategy.revisions import Difference, Snapshot, differences, snapshot_of
from strategy.revisions.elements import CAUSE, CAUSE_WORDS, KIND, PLAN, Facts, Kind
from strategy.revisions.keys import Keys, keys_of


def bring_to(plan: Plan, target: Snapshot, *, since: dt.date, by: User | None) -> dict[str, int]:
    """Let a plan (or a branch) say what `target` says; returns the ids of what is new, by key.

    Elements are changed in place, so that what refers to them keeps its hold; what is said no longer is
    archived where its kind can be, else deleted. Places, weights and links hold from `since` on, before it
    they stay as they were. The caller has asked `strategy.revisions.faults(target)` before.
    """
    return _Bringing(plan, since, by).run(differences(snapshot_of(plan), target))


class _Bringing:
    """One run: the plan's keys, and what was made."""

    def __init__(self, plan: Plan, since: dt.date, by: User | None) -> None:
        self.plan, self.since, self.by = plan, since, by
        self.keys: Keys = keys_of(plan)
        self.made: dict[str, int] = {}

    def run(self, change: list[Difference]) -> dict[str, int]:
        """What is new or otherwise first, in the order of the kinds; then what goes, the other way round."""
        said = [each for each in change if each.after is not None]
        gone = [each for each in change if each.after is None]
        self._free_codes(said)
        for each in said:
            if each.key == PLAN:
                self._words(each)
            elif each.kind in KIND:
                self._element(KIND[each.kind], each)
        for each in (*said, *reversed(gone)):
            if each.kind == CAUSE:
                self._cause(each)
        for each in reversed(gone):
            if each.kind in KIND:
                self._remove(KIND[each.kind], each, gone)
        if change:
            structure_changed(self.plan)
        return self.made

    def _words(self, each: Difference) -> None:
        for name, (_before, after) in each.facts.items():
            setattr(self.plan, name, after)
        self.plan.save()
        self.plan.refresh_from_db()

    def _free_codes(self, said: list[Difference]) -> None:
        """Codes that change step aside first: two elements may swap theirs."""
        for each in said:
            pk = self.keys.pk(each.key)
            if "code" in each.facts and pk is not None:
                KIND[each.kind].model._default_manager.filter(pk=pk).update(code=f"~{pk}")

    def _element(self, kind: Kind, each: Difference) -> None:
        """Its columns, then what is said of it in other tables."""
        after = each.after or {}
        pk = self.keys.pk(each.key)
        fresh = pk is None and (pk := self._archived(kind, each.key)) is None
        touched = after if each.before is None else {name: after.get(name) for name in each.facts}
        columns = self._columns(kind, touched)
        if kind.archived and each.before is None:
            columns["archived_on"] = None
        if fresh:
            pk = self._create(kind, each.key, columns)
        elif columns:
            element = kind.model._default_manager.get(pk=pk)
            for name, value in columns.items():
                setattr(element, name, value)
            element.save()
        assert pk is not None
        self.keys.learn(kind.name, pk, each.key)
        if kind.name in WRITERS:
            writing = Writing(self.keys, pk, after, set(each.facts), self.since, self.by, fresh)
            WRITERS[kind.name](writing)

    def _columns(self, kind: Kind, facts: Facts) -> Facts:
        """Those facts that are columns, with ids for what they name in the plan."""
        own = {name: value for name, value in facts.items() if name in kind.words}
        named = {name: self.keys.pk(facts[name]) for name in kind.inside if name in facts}
        return own | named

    def _archived(self, kind: Kind, key: str) -> int | None:
        """The id of an element that the plan once said and that is still there."""
        rest = key.partition(":")[2]
        if not rest.isdigit():
            return None
        named = {"origin_id": int(rest)} if self.keys.branch else {"pk": int(rest)}
        found = kind.model._default_manager.filter(**{kind.way: self.plan.pk}, **named)
        return found.values_list("pk", flat=True).first()

    def _create(self, kind: Kind, key: str, columns: Facts) -> int:
        """A new element; one that was deleted comes back with the id that it had, a copy knows its origin."""
        rest = key.partition(":")[2]
        if kind.way == "plan":
            columns = columns | {"plan_id": self.plan.pk}
        if rest.isdigit():
            columns = columns | ({"origin_id": int(rest)} if self.keys.branch else {"pk": int(rest)})
        element = kind.model._default_manager.create(**columns)
        self.made[key] = element.pk
        return int(element.pk)

    def _cause(self, each: Difference) -> None:
        cause, effect = (self.keys.pk(key) for key in each.key.removeprefix(f"{CAUSE}:").split(">"))
        if cause is None or effect is None:
            return  # it went with one of its objectives
        if each.after is None:
            withdraw_claim(cause=cause, effect=effect)
            return
        words = {name: each.after.get(name) for name in CAUSE_WORDS}
        state_claim(by=self.by, cause=cause, effect=effect, **words)

    def _remove(self, kind: Kind, each: Difference, gone: list[Difference]) -> None:
        pk, before = self.keys.pk(each.key), each.before or {}
        if not kind.archived:
            if any(before.get(column) == other.key for column in kind.inside for other in gone):
                return  # it goes out of sight with what it belongs to, and comes back with it
            kind.model._default_manager.filter(pk=pk).delete()
            return
        kind.model._default_manager.filter(pk=pk).update(archived_on=self.since)
        if kind.name == "objective":
            now = timezone.now()
            for rows in (ObjectivePlacement.objects, ObjectiveKPI.objects):
                end_from(rows.filter(objective=pk), since=self.since, by=self.by, now=now)
