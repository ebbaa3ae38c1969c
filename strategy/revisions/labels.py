"""What the facts of a snapshot are called."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strategy.revisions.elements import CAUSE, KIND

_LABELS: dict[str, Promise | str] = {
    "name": gettext_lazy("Name"),
    "description": gettext_lazy("Description"),
    "vision": gettext_lazy("Vision"),
    "vision_meaning": gettext_lazy("What the vision means"),
    "mission": gettext_lazy("Mission"),
    "mission_meaning": gettext_lazy("What the mission means"),
    "starts_on": gettext_lazy("First day"),
    "ends_on": gettext_lazy("Last day"),
    "min_coverage": gettext_lazy("Minimum coverage"),
    "of": gettext_lazy("Part of"),
    "text": gettext_lazy("Words"),
    "meaning": gettext_lazy("What it means"),
    "title": gettext_lazy("Title"),
    "code": gettext_lazy("Code"),
    "question": gettext_lazy("The question it answers"),
    "position": gettext_lazy("Place in the list"),
    "map_slot": gettext_lazy("Place on the map"),
    "owner_id": gettext_lazy("Owner"),
    "lead_id": gettext_lazy("Led by"),
    "department_id": gettext_lazy("Department"),
    "kpi_id": gettext_lazy("KPI"),
    "who_id": gettext_lazy("Who"),
    "objective_id": gettext_lazy("Objective"),
    "goal_id": gettext_lazy("Goal"),
    "perspective": gettext_lazy("Perspective"),
    "priority": gettext_lazy("Priority"),
    "weight": gettext_lazy("Weight"),
    "statement": gettext_lazy("Statement"),
    "baseline": gettext_lazy("Baseline"),
    "baseline_on": gettext_lazy("Baseline as of"),
    "target": gettext_lazy("Target"),
    "due_on": gettext_lazy("Due"),
    "done_on": gettext_lazy("Done"),
    "resources": gettext_lazy("Resources"),
    "budget": gettext_lazy("Budget"),
    "relevance": gettext_lazy("Why it matters"),
    "state": gettext_lazy("State"),
    "closing_note": gettext_lazy("What became of it"),
    "note": gettext_lazy("Why"),
    "influence": gettext_lazy("Direction"),
    "lag_months": gettext_lazy("Shows after (months)"),
}
# Facts that name something outside of the plan: "kpi:7" is that the KPI of the id 7 measures it.
BESIDE: dict[str, Promise | str] = {
    "kpi": gettext_lazy("Measured by %(name)s"),
    "serves": gettext_lazy("Serves %(name)s"),
    "answers": gettext_lazy("Answers %(name)s"),
    "supporting": gettext_lazy("Supported by %(name)s"),
    "team": gettext_lazy("%(name)s in the theme team"),
    "contributes": gettext_lazy("Contributes to %(name)s"),
}


def kind_label(kind: str) -> str:
    """What an element of a kind is called."""
    if kind in KIND:
        return str(KIND[kind].label)
    return _("Cause and effect") if kind == CAUSE else _("The plan itself")


def fact_label(fact: str, name: str = "") -> str:
    """What a fact is called; `name`: of what it names beside the element."""
    beginning, colon, _rest = fact.partition(":")
    if colon:
        return str(BESIDE[beginning]) % {"name": name}
    return str(_LABELS.get(fact, fact))


def choice_label(fact: str, kind: str, value: Any) -> str:
    """The label of a value that is one of a few, else the value itself."""
    if kind not in KIND or fact not in KIND[kind].words:
        return str(value)
    choices = dict(KIND[kind].model._meta.get_field(fact).flatchoices or ())  # type: ignore[union-attr]
    return str(choices.get(value, value))
