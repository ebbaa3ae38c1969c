"""Several scenarios side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from initiatives.models import Scenario
from initiatives.optimising.inputs import inputs_of
from initiatives.optimising.told import words_of
from initiatives.optimising.wording import percent_text


@dataclass(frozen=True)
class Column:
    """A scenario with its answer in short; "–" where there is none."""

    scenario: Scenario
    value: str
    gap: str
    count: str
    cost: str
    by_year: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Row:
    """An initiative with when each scenario starts it: a year or "under way", empty where it is not chosen.

    `starts`: None for a scenario that has no answer.
    """

    code: str
    name: str
    starts: Sequence[str | None]

    @property
    def differs(self) -> bool:
        """Whether the scenarios that have an answer do not treat it alike."""
        return len(set(self.starts) - {None}) > 1


@dataclass(frozen=True)
class Comparison:
    """Columns and rows; what differs comes first."""

    columns: Sequence[Column]
    rows: Sequence[Row]


def compared(scenarios: Sequence[Scenario]) -> Comparison:
    """The scenarios side by side."""
    names = {each.code: each.name for scenario in scenarios for each in inputs_of(scenario)}
    starts = [_starts(each) for each in scenarios]
    rows = [
        Row(code, name, [None if each is None else each.get(code, "") for each in starts])
        for code, name in sorted(names.items())
    ]
    chosen = [row for row in rows if any(row.starts)]
    return Comparison([_column(each) for each in scenarios], sorted(chosen, key=lambda row: not row.differs))


def _starts(scenario: Scenario) -> dict[str, str] | None:
    """When each chosen initiative starts, by its code; None where there is no answer."""
    starts = scenario.result.get("starts")
    if not starts:
        return None
    words = words_of(scenario)
    goes_on = {each.code for each in inputs_of(scenario) if each.committed}
    return {code: _("under way") if code in goes_on else words.year(start) for code, start in starts.items()}


def _column(scenario: Scenario) -> Column:
    result, words = scenario.result, words_of(scenario)
    if not result.get("starts"):
        return Column(scenario, "–", "", "–", "–", ())
    return Column(
        scenario=scenario,
        value=number_text(result["value"], 1),
        gap=percent_text(result["gap"]) if result["gap"] else "",
        count=str(len(result["starts"])),
        cost=words.amount(sum(result["money"])),
        by_year=list(zip(words.years, map(words.amount, result["money"]), strict=True)),
    )
