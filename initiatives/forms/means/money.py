"""The money of an initiative as a grid: a line for each fiscal year, kind and source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from initiatives.actions.means import TypedLine
from initiatives.enums import MoneyKind
from initiatives.forms.means.fields import AmountField, SourceField
from initiatives.means.money import AMOUNTS
from initiatives.models import MoneyLine

NEW_LINES = 4


@dataclass(frozen=True)
class MoneyRow:
    """A line as it is drawn: `line` None for a new one, whose year, kind and source are chosen."""

    line: MoneyLine | None
    number: int
    choosing: tuple[BoundField, ...]
    amounts: tuple[tuple[str, BoundField], ...]
    note: BoundField


class MoneyForm(forms.Form):
    """Every line of an initiative's money, and some for new ones; an emptied line goes.

    `may_budget`: whether budgets may be changed; otherwise only what is bound, spent and expected.
    """

    def __init__(self, data: Any, *, lines: Sequence[MoneyLine], year: int, may_budget: bool) -> None:
        super().__init__(data)
        self.lines, self._may_budget = lines, may_budget
        # What the lines begin with, so that whoever saves second is shown what changed meanwhile.
        self.initial = {
            f"{_prefix(line)}_{name}": getattr(line, name) for line in lines for name in (*AMOUNTS, "note")
        }
        for line in lines:
            self._add_amounts(_prefix(line), line)
        for n in range(NEW_LINES):
            self._add_new(n, year)

    def _add_amounts(self, prefix: str, line: MoneyLine | None) -> None:
        for name in AMOUNTS:
            of = f"{_head(name)}, {line.year} {line.get_kind_display()}" if line else _head(name)
            field = AmountField(label=of)
            field.disabled = name == "budget" and not self._may_budget
            self.fields[f"{prefix}_{name}"] = field
        self.fields[f"{prefix}_note"] = forms.CharField(label=_("Note"), max_length=300, required=False)

    def _add_new(self, n: int, year: int) -> None:
        self.fields |= {
            f"new{n}_year": forms.IntegerField(label=_("Fiscal year"), required=False, initial=year),
            f"new{n}_kind": forms.ChoiceField(label=_("Kind"), choices=MoneyKind.choices, required=False),
            f"new{n}_source": SourceField(),
        }
        self._add_amounts(f"new{n}", None)

    def clean(self) -> dict[str, Any]:
        """A new line with amounts says its year, and no two say the same."""
        data: dict[str, Any] = super().clean() or {}
        taken = {(line.year, line.kind, line.source) for line in self.lines}
        for n in range(NEW_LINES):
            if self._amounts(f"new{n}", data) == dict.fromkeys(AMOUNTS):
                continue
            key = (data.get(f"new{n}_year"), data.get(f"new{n}_kind"), data.get(f"new{n}_source"))
            if not key[0] and f"new{n}_year" not in self.errors:
                self.add_error(f"new{n}_year", _("Say the year."))
            elif not key[1] and f"new{n}_kind" not in self.errors:
                self.add_error(f"new{n}_kind", _("Choose the kind."))
            elif key in taken:
                self.add_error(f"new{n}_year", _("There is a line of this year, kind and source already."))
            taken.add(key)  # type: ignore[arg-type]
        return data

    def _amounts(self, prefix: str, data: dict[str, Any]) -> dict[str, Any]:
        return {name: data.get(f"{prefix}_{name}") for name in AMOUNTS}

    def typed_lines(self) -> list[TypedLine]:
        """What the valid form says; a line that was not sent stays as it is."""
        data = self.cleaned_data
        found = [
            TypedLine(
                line,
                line.year,
                line.kind,
                line.source,
                self._amounts(_prefix(line), data),
                data[f"{_prefix(line)}_note"],
            )
            for line in self.lines
            if f"{_prefix(line)}_note" in self.data
        ]
        return [*found, *self._new_lines()]

    def _new_lines(self) -> Iterator[TypedLine]:
        data = self.cleaned_data
        for n in range(NEW_LINES):
            amounts = self._amounts(f"new{n}", data)
            if any(amount is not None for amount in amounts.values()):
                year, kind, source, note = (
                    data[f"new{n}_{name}"] for name in ("year", "kind", "source", "note")
                )
                yield TypedLine(None, year, kind, source, amounts, note)

    def rows(self) -> Iterator[MoneyRow]:
        """The lines as they are drawn."""
        for number, line in enumerate(self.lines, start=1):
            yield self._row(_prefix(line), number, line)
        for n in range(NEW_LINES):
            yield self._row(f"new{n}", len(self.lines) + n + 1, None)

    def _row(self, prefix: str, number: int, line: MoneyLine | None) -> MoneyRow:
        choosing = () if line else tuple(self[f"{prefix}_{name}"] for name in ("year", "kind", "source"))
        amounts = tuple((_head(name), self[f"{prefix}_{name}"]) for name in AMOUNTS)
        return MoneyRow(line, number, choosing, amounts, self[f"{prefix}_note"])


def _head(name: str) -> str:
    """What an amount is called."""
    field: Any = MoneyLine._meta.get_field(name)
    return str(field.verbose_name)


def _prefix(line: MoneyLine) -> str:
    return f"line{line.pk}"
