"""A stored plan as a StratML record: what an import kept comes back, what was made here gets its codes."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from org.queries import organisation
from strategy.actions.stratml.codes import Named, codes_for
from strategy.documents.indicators import indicators_of
from strategy.enums import StakeholderKind
from strategy.models import Objective, Plan, Priority, Stakeholder, Value
from strategy.queries import PlacedObjective, PlanStructure, plan_structure
from strategy.stratml import document as said
from strategy.stratml.dates import read_date
from strategy.stratml.document import shortened
from strategy.stratml.writer import identifier_for, write

Extra = dict[str, Any]
_TYPES = {
    StakeholderKind.PERSON: "Person",
    StakeholderKind.ORGANISATION: "Organization",
    StakeholderKind.GROUP: "Generic_Group",
}


def export_stratml(plan: Plan) -> bytes:
    """The plan as a StratML Part 2 (2016) file; an import of it gives the same plan."""
    return write(plan_record(plan))


def plan_record(plan: Plan) -> said.Plan:
    """Everything of the plan that StratML has words for, and what an import kept beside it."""
    return _Writing(plan).plan_record()


class _Writing:
    """The plan as it stands today, read once."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.kept = plan, plan.extra
        self.imported = plan.extra.get("format") == "stratml"
        self.structure: PlanStructure = plan_structure(plan, timezone.localdate())
        kept_up = Stakeholder.objects.filter(plan=plan.revises_id or plan.pk)  # of a branch: in its plan
        self.stakeholders = list(enumerate(kept_up.order_by("position", "pk")))
        self.indicators = indicators_of(self.structure)
        self.priority_sequences = _sequences(
            [(one.code, one.extra.get("sequence", ""), "") for one in self.structure.priorities]
        )
        self.objective_sequences = _sequences(
            [
                (one.objective.code, one.objective.extra.get("sequence", ""), holder.code if holder else "")
                for holder in self._holders()
                for one in self._objectives(holder)
            ]
        )

    def plan_record(self) -> said.Plan:
        """The whole record."""
        plan, kept = self.plan, self.kept
        return said.Plan(
            name=_own_name(kept, plan.name, lambda name: not name or shortened(name, 300) == plan.name),
            description=plan.description,
            type=kept.get("type", "") if self.imported else "Performance_Plan",
            identifier=self._identifier(kept, "plan"),
            organisations=tuple(self._organisations()),
            vision=self._statement("vision"),
            mission=self._statement("mission"),
            values=tuple(self._values()),
            goals=tuple(self._goal(priority) for priority in self._holders()),
            start=plan.starts_on,
            end=plan.ends_on,
            published=read_date(kept.get("published", ""), at_end=False),
            source=kept.get("source", ""),
            submitter=said.Submitter(**_SUBMITTER | kept["submitter"]) if kept.get("submitter") else None,
            other_information=kept.get("other_information", ""),
            line=0,
            extra=kept.get("left_over", {}),
        )

    def _holders(self) -> list[Priority | None]:
        """The priorities, and None where objectives stand under none, or where the plan has no priority."""
        priorities: list[Priority | None] = list(self.structure.priorities)
        return [*priorities, None] if self.structure.of_priority(None) or not priorities else priorities

    def _objectives(self, priority: Priority | None) -> list[PlacedObjective]:
        return self.structure.of_priority(priority)

    def _organisations(self) -> Iterable[said.Organisation]:
        """Those of the file, else ours; who has a stake in the plan as a whole stands with the first."""
        kept = self.kept.get("organisations") or ([] if self.imported else [{"name": organisation().name}])
        whole = tuple(self._stakeholders(lambda one: one.priority_id is None and one.objective_id is None))
        for number, one in enumerate(kept or ([{}] if whole else [])):
            yield said.Organisation(
                name=one.get("name", ""),
                acronym=one.get("acronym", ""),
                identifier=self._identifier(one, "organisation"),
                description=one.get("description", ""),
                stakeholders=whole if number == 0 else (),
                line=0,
                extra=one.get("left_over", {}),
            )

    def _stakeholders(self, chosen: Any) -> Iterable[said.Stakeholder]:
        kept = self.kept.get("stakeholders", {})
        for position, one in self.stakeholders:
            if chosen(one):
                yield _stakeholder(one, kept.get(str(position), {}))

    def _home(self, part: Priority | Objective) -> int:
        """Whose stakeholders stand with an element: of a copy in a branch its origin's; 0: nobody's."""
        return part.pk if self.plan.revises_id is None else part.origin_id or 0

    def _values(self) -> Iterable[said.Value]:
        values = self.plan.standing_values
        kept = self.kept.get("values", [])
        for number, value in enumerate(values):
            fitting = kept[number] if len(kept) == len(values) else {}
            name = _own_name(fitting, value.name, partial(_names, value))
            yield said.Value(name, value.description, 0, fitting.get("left_over", {}))

    def _goal(self, priority: Priority | None) -> said.Goal:
        objectives = tuple(self._objective(one) for one in self._objectives(priority))
        if priority is None:
            name = _("Objectives under no priority")
            return said.Goal(name, "", "", "", (), objectives, "", 0, {})
        return said.Goal(
            stakeholders=tuple(self._stakeholders(lambda one: one.priority_id == self._home(priority))),
            objectives=objectives,
            sequence=self.priority_sequences[priority.code],
            **self._part(priority, priority.code),
        )

    def _objective(self, placed: PlacedObjective) -> said.Objective:
        one = placed.objective
        return said.Objective(
            stakeholders=tuple(self._stakeholders(lambda each: each.objective_id == self._home(one))),
            indicators=tuple(self.indicators.get(one.pk, ())),
            sequence=self.objective_sequences[one.code],
            **self._part(one, placed.priority.name if placed.priority else ""),
        )

    def _statement(self, name: str) -> said.Statement | None:
        text, kept = getattr(self.plan, name), self.kept.get(name, {})
        if not text and not kept:
            return None
        return said.Statement(text, self._identifier(kept, name), 0, kept.get("left_over", {}))

    def _identifier(self, kept: Extra, *names: str) -> str:
        """The file's own identifier, or none where it had none; a lasting one for what was made here."""
        if self.imported or "identifier" in kept:
            return str(kept.get("identifier", ""))
        return identifier_for(self.plan.code, *names)

    def _part(self, part: Priority | Objective, otherwise: str) -> Extra:
        """Name, description and what was kept of a goal or objective."""
        kept = part.extra
        instead = shortened(part.description) or otherwise

        def fits(name: str) -> bool:
            return (shortened(name, 500) or instead) == part.name

        return {
            "name": _own_name(kept, part.name, fits),
            "description": part.description,
            "identifier": self._identifier(kept, type(part).__name__, part.code),
            "other_information": kept.get("other_information", ""),
            "line": 0,
            "extra": kept.get("left_over", {}),
        }


_NAMES = ("given_name", "surname", "identifier", "phone_number", "email_address")
_SUBMITTER: Extra = {**dict.fromkeys(_NAMES, ""), "line": 0, "extra": {}}


def _names(value: Value, name: str) -> bool:
    """Whether the stored value was made of one with this name in the file."""
    return (name or shortened(value.description))[:300] == value.name


def _own_name(kept: Extra, name: str, fits: Any) -> str:
    """The name in the file where the stored one was made of it; people may have renamed it since."""
    return kept["name"] if "name" in kept and fits(kept["name"]) else name


def _stakeholder(one: Stakeholder, extra: Extra) -> said.Stakeholder:
    roles = (
        said.Role(each.get("name", ""), each.get("description", ""), tuple(each.get("types", ())), 0)
        for each in one.roles
    )
    return said.Stakeholder(
        name=one.name,
        description=one.description,
        type=_TYPES.get(StakeholderKind(one.kind), ""),
        roles=tuple(roles),
        line=0,
        extra=extra,
    )


def _sequences(parts: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """The sequence indicator of each (code, sequence in the file, parent's code): such that an import gives
    the same codes again. The file's own where they do, else the code itself."""
    numbers: dict[str, int] = {}
    named = []
    for _code, sequence, parent in parts:
        numbers[parent] = numbers.get(parent, 0) + 1
        named.append(Named(sequence, parent, numbers[parent]))
    same = codes_for(named) == [code for code, _sequence, _parent in parts]
    return {code: sequence if same else sequence or code for code, sequence, _parent in parts}
