"""What a scenario asks: first what it is about, then the limits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.enums import ScoringState
from initiatives.models import Initiative, Scenario, ScoringRound, Skill
from initiatives.optimising.asked import KINDS, Asked, asked_of
from initiatives.optimising.inputs import choosable
from initiatives.optimising.values import Aim, aims_of
from initiatives.optimising.wording import kind_name
from kpis.engine.frequency import Frequency, Period
from kpis.queries import calendar as fiscal_calendar
from strategy.enums import PlanKind
from strategy.forms.analysis import PlainNumber
from strategy.forms.fields import ShareField, TextField
from strategy.models import Plan
from strategy.queries import standing_plans


class ScenarioForm(forms.Form):
    """What a scenario is about."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    note = TextField(label=gettext_lazy("What is to be found out"), rows=2)
    plan = forms.ModelChoiceField(
        label=gettext_lazy("Plan"),
        queryset=Plan.objects.none(),
        help_text=gettext_lazy("Whose objectives and priorities the initiatives serve."),
    )
    round = forms.ModelChoiceField(
        label=gettext_lazy("Value by"),
        queryset=ScoringRound.objects.none(),
        required=False,
        empty_label=gettext_lazy("Contributions to objectives, by their weight"),
        help_text=gettext_lazy("A closed round of scoring, or what each initiative contributes."),
    )
    first_year = forms.IntegerField(
        label=gettext_lazy("First fiscal year"), min_value=1900, max_value=2200, localize=False
    )
    years = forms.IntegerField(label=gettext_lazy("Years"), min_value=1, max_value=10, initial=3)

    def __init__(self, data: Any, *, user: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        plans = standing_plans(user).filter(kind=PlanKind.ORGANISATION)
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]
        closed = ScoringRound.objects.filter(state=ScoringState.CLOSED)
        self.fields["round"].queryset = closed  # type: ignore[attr-defined]


@dataclass(frozen=True)
class AmountRow:
    """A kind of money or a skill with a field for each year, named by it."""

    name: str
    fields: Sequence[tuple[str, forms.BoundField]]


@dataclass(frozen=True)
class InitiativeRow:
    """An initiative with what is asked of it: fields with the heads of their columns."""

    initiative: Initiative
    fields: Sequence[tuple[str, forms.BoundField]]


class LimitsForm(forms.Form):
    """Amounts by year, rules by initiative, least shares by aim; `asked()` gives them as limits."""

    committed = forms.BooleanField(
        label=gettext_lazy("What is under way goes on and takes its part of the limits"), required=False
    )
    whole = forms.BooleanField(label=gettext_lazy("Only what ends within these years"), required=False)
    later = ShareField(
        label=gettext_lazy("A year later is worth less by, in per cent"),
        help_text=gettext_lazy("0: when something starts does not matter."),
    )

    def __init__(self, data: Any, *, scenario: Scenario) -> None:
        self.scenario, asked = scenario, asked_of(scenario.settings)
        super().__init__(
            data, initial={"committed": asked.committed, "whole": asked.whole, "later": asked.later}
        )
        calendar = fiscal_calendar()
        places = range(scenario.first_year, scenario.first_year + scenario.years)
        self.years = [calendar.format(Period(Frequency.YEAR, year)) for year in places]
        used = Skill.objects.filter(code__in=asked.people)
        self.skills = list(Skill.objects.filter(archived_on=None) | used)
        self.initiatives = list(choosable(committed=False))
        self.aims: list[Aim] = aims_of(scenario.plan) if scenario.plan else []
        self._add_amounts("money", {kind: kind_name(kind) for kind in KINDS}, asked.money)
        self._add_amounts("people", {each.code: each.name for each in self.skills}, asked.people)
        self._add_rules(asked)
        for place, aim in enumerate(self.aims):
            label = _("Least share for %(aim)s, in per cent") % {"aim": aim.name}
            field = ShareField(label=label, required=False, initial=asked.shares.get(aim.key))
            self.fields[f"share-{place}"] = field

    def _add_amounts(self, group: str, names: dict[str, str], stored: Any) -> None:
        for key, name in names.items():
            amounts = stored.get(key) or [None] * len(self.years)
            for place, year in enumerate(self.years):
                label = _("%(name)s, %(year)s") % {"name": name, "year": year}
                field = PlainNumber(label=label, min_value=0, required=False, initial=amounts[place])
                field.widget.attrs["class"] = "is-number"
                self.fields[f"{group}-{key}-{place}"] = field

    def _add_rules(self, asked: Asked) -> None:
        groups = {code: str(place + 1) for place, group in enumerate(asked.exclusions) for code in group}
        needs: dict[str, list[str]] = {}
        for code, needed in asked.prerequisites:
            needs.setdefault(code, []).append(needed)
        first = self.scenario.first_year
        years = [("", _("any year")), *((str(first + at), year) for at, year in enumerate(self.years))]
        for each in self.initiatives:
            code, name = each.code, each.name
            rule = "must" if code in asked.must else "never" if code in asked.never else ""
            given = {
                "rule": forms.ChoiceField(
                    label=_("Rule for %(name)s") % {"name": name}, choices=_rules(), initial=rule
                ),
                "from": forms.ChoiceField(
                    label=_("Earliest start of %(name)s") % {"name": name},
                    choices=years,
                    initial=str(asked.earliest.get(code, "")),
                ),
                "needs": forms.CharField(
                    label=_("What %(name)s needs") % {"name": name},
                    max_length=200,
                    initial=", ".join(needs.get(code, [])),
                ),
                "group": forms.CharField(
                    label=_("Group of %(name)s") % {"name": name}, max_length=10, initial=groups.get(code, "")
                ),
            }
            for part, field in given.items():
                field.required = False
                self.fields[f"{part}-{each.pk}"] = field

    @property
    def money_rows(self) -> Iterator[AmountRow]:
        """Kinds of money."""
        return self._rows("money", [(kind, kind_name(kind)) for kind in KINDS])

    @property
    def people_rows(self) -> Iterator[AmountRow]:
        """Skills."""
        return self._rows("people", [(each.code, each.name) for each in self.skills])

    def _rows(self, group: str, names: list[tuple[str, str]]) -> Iterator[AmountRow]:
        for key, name in names:
            fields = [(year, self[f"{group}-{key}-{at}"]) for at, year in enumerate(self.years)]
            yield AmountRow(name[:1].upper() + name[1:], fields)

    @property
    def initiative_rows(self) -> Iterator[InitiativeRow]:
        """Initiatives to choose from."""
        for each in self.initiatives:
            fields = [(head, self[f"{part}-{each.pk}"]) for part, head in _heads().items()]
            yield InitiativeRow(each, fields)

    @property
    def share_rows(self) -> Iterator[tuple[Aim, forms.BoundField]]:
        """Priorities and objectives."""
        for place, aim in enumerate(self.aims):
            yield aim, self[f"share-{place}"]

    def asked(self) -> Asked:
        """The limits; an empty field is none."""
        data = self.cleaned_data
        return Asked(
            money=self._amounts("money", KINDS),
            people=self._amounts("people", [each.code for each in self.skills]),
            must=self._ruled("must"),
            never=self._ruled("never"),
            exclusions=self._groups(),
            prerequisites=[
                [each.code, needed]
                for each in self.initiatives
                for needed in re.split(r"[\s,;]+", data[f"needs-{each.pk}"])
                if needed
            ],
            earliest={code: int(year) for code, year in self._chosen("from").items()},
            shares=self._shares(),
            committed=data["committed"],
            later=data["later"],
            whole=data["whole"],
        )

    def _chosen(self, part: str) -> dict[str, str]:
        """What was said of a part, by code, where anything was."""
        said = {each.code: self.cleaned_data[f"{part}-{each.pk}"] for each in self.initiatives}
        return {code: text for code, text in said.items() if text}

    def _shares(self) -> dict[str, float]:
        said = {aim.key: self.cleaned_data[f"share-{place}"] for place, aim in enumerate(self.aims)}
        return {key: share for key, share in said.items() if share}

    def _ruled(self, rule: str) -> list[str]:
        return [code for code, said in self._chosen("rule").items() if said == rule]

    def _amounts(self, group: str, names: Sequence[str]) -> dict[str, list[float | None]]:
        places = range(len(self.years))
        found = {name: [self.cleaned_data[f"{group}-{name}-{at}"] for at in places] for name in names}
        return {name: each for name, each in found.items() if any(amount is not None for amount in each)}

    def _groups(self) -> list[list[str]]:
        groups: dict[str, list[str]] = {}
        for each in self.initiatives:
            if word := self.cleaned_data[f"group-{each.pk}"].strip().lower():
                groups.setdefault(word, []).append(each.code)
        return list(groups.values())


def _heads() -> dict[str, str]:
    return {"rule": _("Rule"), "from": _("Earliest start"), "needs": _("Needs"), "group": _("Group")}


def _rules() -> list[tuple[str, str]]:
    return [("", _("may be chosen")), ("must", _("must be done")), ("never", _("is not chosen"))]
