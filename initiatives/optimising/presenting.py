"""The answer to a scenario for its page: rows, words and pictures; reads only what the scenario holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from initiatives.enums import Stage
from initiatives.models import Scenario
from initiatives.optimiser import MinShare, Money, People
from initiatives.optimising.answers import limit_of
from initiatives.optimising.asked import asked_of
from initiatives.optimising.inputs import Input
from initiatives.optimising.picture import frontier_figure, frontier_table
from initiatives.optimising.pricing import price_rows
from initiatives.optimising.told import words_of
from initiatives.optimising.wording import Words, fte_text, kind_name, percent_text


@dataclass(frozen=True)
class Pick:
    """An initiative that the scenario chose (with the year it starts in) or did not."""

    input: Input
    stage: str
    start: str
    planned: str
    cost: str
    why: str

    @property
    def moved(self) -> bool:
        """Whether it would start in another year than planned."""
        return bool(self.start and self.planned) and self.start != self.planned


@dataclass(frozen=True)
class Use:
    """What of a limit is used in a year."""

    used: str
    most: str
    percent: int

    @property
    def is_full(self) -> bool:
        """Whether nearly nothing is left."""
        return self.percent >= 98


@dataclass(frozen=True)
class UseRow:
    """A limit by year, each with the year's name; None: no limit in that year."""

    name: str
    uses: Sequence[tuple[str, Use | None]]


def result_context(scenario: Scenario) -> dict[str, Any]:
    """Everything that the page of a scenario shows of its answer; empty where there is none."""
    result = scenario.result
    if not result:
        return {}
    words = words_of(scenario)
    if result.get("conflict"):
        limits = [limit_of(each) for each in result["conflict"]["limits"]]
        return {"conflict": words.conflict(limits), "irreducible": result["conflict"]["irreducible"]}
    if result["solved"] not in ("best", "so_far"):
        return {}
    chosen, left = picks_of(scenario, words)
    frontier, priced = result["frontier"], price_rows(result["limits"], words)
    forced = price_rows(result["forced"], words)
    return {
        "chosen": chosen,
        "left": left,
        "value": result["value"],
        "gap": f"{number_text(100 * result['gap'], 2)} %" if result["gap"] else "",
        "whole_cost": words.amount(sum(result["money"])),
        "cost_by_year": list(zip(words.years, map(words.amount, result["money"]), strict=True)),
        "years": words.years,
        "uses": use_rows(scenario, words),
        "shares": share_rows(scenario, words),
        "forced": [each for each in forced if each.gain != 0 or not each.committed],
        "prices": [each for each in priced if each.gain != 0],
        "free": [each for each in priced if each.gain == 0]
        + [each for each in forced if each.gain == 0 and each.committed],
        "figure": frontier_figure(frontier, words) if frontier else None,
        "table": frontier_table(frontier, words) if frontier else None,
        "unvalued": [each.input for each in [*chosen, *left] if _unvalued(each)],
    }


def _unvalued(pick: Pick) -> bool:
    """Whether it competes without a value."""
    return not pick.input.valued and not pick.input.committed


def picks_of(scenario: Scenario, words: Words) -> tuple[list[Pick], list[Pick]]:
    """What was chosen, by start and value, and what was not, by value."""
    starts = scenario.result.get("starts", {})
    asked = asked_of(scenario.settings)
    must, never = set(asked.must), set(asked.never)
    chosen: list[Pick] = []
    left: list[Pick] = []
    for each in sorted(words.inputs.values(), key=lambda one: (starts.get(one.code, 99), -one.value)):
        why = ""
        if each.committed:
            why = _("under way")
        elif each.code in must:
            why = _("must be done")
        elif each.code in never:
            why = _("not to be chosen")
        pick = Pick(
            input=each,
            stage=str(Stage(each.stage).label),
            start=words.year(starts[each.code]) if each.code in starts else "",
            planned=words.year(each.planned - scenario.first_year) if each.planned is not None else "",
            cost=words.amount(each.whole_cost) if each.whole_cost else "–",
            why=why,
        )
        (chosen if each.code in starts else left).append(pick)
    return chosen, left


def use_rows(scenario: Scenario, words: Words) -> list[UseRow]:
    """Money, then people: what is used of every limit."""
    table: dict[str, list[Use | None]] = {}
    for each in scenario.result["usage"]:
        limit, used = limit_of({name: value for name, value in each.items() if name != "used"}), each["used"]
        if isinstance(limit, MinShare):
            continue
        assert isinstance(limit, Money | People)
        name = kind_name(limit.kind) if isinstance(limit, Money) else words.skill(limit.skill)
        text = words.amount if isinstance(limit, Money) else fte_text
        percent = round(100 * used / limit.most) if limit.most else 100 * bool(used)
        row = table.setdefault(name, [None] * scenario.years)
        row[limit.year] = Use(text(used), text(limit.most), percent)
    return [
        UseRow(name[:1].upper() + name[1:], list(zip(words.years, row, strict=True)))
        for name, row in table.items()
    ]


def share_rows(scenario: Scenario, words: Words) -> list[tuple[str, str, str]]:
    """What share of the money goes to the aims that ask for one: name, share, least share."""
    rows = []
    for each in scenario.result["usage"]:
        if each["limit"] == "min_share":
            name = words.aims.get(each["aim"], each["aim"])
            rows.append((name, percent_text(each["used"]), percent_text(each["share"])))
    return rows
