"""People: one allocation, the grid of a year, and capacity."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.actions.means import TypedRow
from initiatives.forms.means.fields import FteField, MonthField, SkillField
from initiatives.means.months import month_text
from initiatives.means.people_grid import PeopleGrid, PeopleRow
from initiatives.models import Allocation, Skill
from org.forms.fields import DepartmentField
from org.models import Department, User
from strategy.forms.goals import PersonField

NEW_ROWS = 3
ANYBODY = gettext_lazy("– anybody –")


class AllocationForm(forms.Form):
    """People of a skill from a department, from month to month."""

    department = DepartmentField(label=gettext_lazy("Department"), empty=gettext_lazy("– choose –"))
    skill = SkillField()
    person = PersonField(
        label=gettext_lazy("Person"),
        empty_label=ANYBODY,
        help_text=gettext_lazy("Only where it is clear already who it will be."),
    )
    first_month = MonthField(label=gettext_lazy("From"))
    last_month = MonthField(label=gettext_lazy("To"))
    fte = FteField(help_text=gettext_lazy("Full-time people, such as 0.5."))
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)

    def __init__(self, data: Any, *, allocation: Allocation | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if allocation is not None:
            self.fields["skill"] = SkillField(kept=allocation.skill_id)
            person = self.fields["person"]
            self.fields["person"] = PersonField(
                label=person.label, empty_label=ANYBODY, kept=[allocation.person_id]
            )


class CapacityForm(forms.Form):
    """How many full-time people of a skill a department has for initiatives."""

    department = DepartmentField(label=gettext_lazy("Department"), empty=gettext_lazy("– choose –"))
    skill = SkillField()
    first_month = MonthField(label=gettext_lazy("From"))
    last_month = MonthField(
        label=gettext_lazy("To"), required=False, help_text=gettext_lazy("Empty: until further notice.")
    )
    fte = FteField(help_text=gettext_lazy("What is left for initiatives beside the daily work."))
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)


@dataclass(frozen=True)
class GridLine:
    """A row of the grid as it is drawn: its name, or the fields that choose whom; a field for each month."""

    name: str
    choosing: tuple[BoundField, ...]
    cells: tuple[tuple[str, BoundField], ...]


class PeopleGridForm(forms.Form):
    """FTE by month of a fiscal year: a row for each team that is there, and some for new ones."""

    def __init__(self, data: Any, *, grid: PeopleGrid, months: Sequence[int]) -> None:
        super().__init__(data)
        self.grid, self.months = grid, months
        self._typed: Mapping[str, Any] = data or {}
        for row in grid.rows:
            self._add_months(_prefix(row), row.months, _name(row))
            # What they begin with, so that whoever saves second is shown what changed meanwhile.
            for month in months:
                self.initial[f"{_prefix(row)}_{month}"] = row.months.get(month)
        for n in range(NEW_ROWS):
            self._add_new(n)

    def _add_months(self, prefix: str, stored: Mapping[int, float], who: str) -> None:
        for month in self.months:
            label = f"{who} {month_text(month)}".strip()
            self.fields[f"{prefix}_{month}"] = FteField(
                label=label, required=False, initial=stored.get(month)
            )

    def _add_new(self, n: int) -> None:
        empty = _("– department –")
        self.fields |= {
            f"new{n}_department": DepartmentField(label=_("Department"), empty=empty, required=False),
            f"new{n}_skill": SkillField(required=False, empty_label=_("– skill –")),
            f"new{n}_person": PersonField(label=_("Person"), empty_label=ANYBODY),
        }
        self._add_months(f"new{n}", {}, "")

    def clean(self) -> dict[str, Any]:
        """A new row with numbers says of whom it speaks."""
        data: dict[str, Any] = super().clean() or {}
        for n in range(NEW_ROWS):
            if any(self._months_of(f"new{n}", data).values()):
                for name in ("department", "skill"):
                    if not data.get(f"new{n}_{name}") and f"new{n}_{name}" not in self.errors:
                        self.add_error(f"new{n}_{name}", _("Say who."))
        return data

    def typed_rows(self) -> list[TypedRow]:
        """What the valid form says, an emptied month meaning nobody."""
        rows = [
            TypedRow(row.department, row.skill, row.person, self._months_of(_prefix(row), self.cleaned_data))
            for row in self.grid.rows
        ]
        return [*rows, *self._new_rows()]

    def _new_rows(self) -> Iterator[TypedRow]:
        for n in range(NEW_ROWS):
            months = self._months_of(f"new{n}", self.cleaned_data)
            if any(months.values()):
                department: Department = self.cleaned_data[f"new{n}_department"]
                skill: Skill = self.cleaned_data[f"new{n}_skill"]
                person: User | None = self.cleaned_data[f"new{n}_person"]
                yield TypedRow(department, skill, person, months)

    def _months_of(self, prefix: str, data: Mapping[str, Any]) -> dict[int, float]:
        """What stands in the months that were sent; those that were not stay as they are."""
        sent = (month for month in self.months if f"{prefix}_{month}" in self._typed)
        return {month: data.get(f"{prefix}_{month}") or 0.0 for month in sent}

    def lines(self) -> Iterator[GridLine]:
        """The rows as they are drawn."""
        for row in self.grid.rows:
            yield GridLine(_name(row), (), self._cells(_prefix(row)))
        for n in range(NEW_ROWS):
            choosing = tuple(self[f"new{n}_{name}"] for name in ("department", "skill", "person"))
            yield GridLine("", choosing, self._cells(f"new{n}"))

    def _cells(self, prefix: str) -> tuple[tuple[str, BoundField], ...]:
        return tuple((month_text(month), self[f"{prefix}_{month}"]) for month in self.months)


def _name(row: PeopleRow) -> str:
    who = [row.department.name, row.skill.name, row.person.name if row.person else ""]
    return " · ".join(part for part in who if part)


def _prefix(row: PeopleRow) -> str:
    person = row.person.pk if row.person else 0
    return f"row{row.department.pk}_{row.skill.pk}_{person}"
