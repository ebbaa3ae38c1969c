"""The answer to a scenario for its page: rows, words and pictures; reads only what the scenario holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.numbers import number_text
from initiatives.enums import Stage
from initiatives.models import Scenario, Skill
from initiatives.optimiser import MinShare, Money, Must, People
from initiatives.optimising.answers import limit_of
from initiatives.optimising.asked import asked_of
from initiatives.optimising.inputs import Input, choosable, inputs_of
from initiatives.optimising.values import aims_of
from initiatives.optimising.wording import Words, fte_text, kind_name, percent_text
from kpis.engine.frequency import Frequency, Period
from kpis.queries import calendar as fiscal_calendar
from org.queries import organisation


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
    """A limit year by year; None: no limit in that year."""

    name: str
    uses: Sequence[Use | None]


@dataclass(frozen=True)
class PriceRow:
    """What a limit costs, in words; `gain` None: not known; `bar`: beside the largest, in per cent."""

    limit: str
    more: str
    gain: float | None
    at_least: bool
    change: str
    bar: int
    committed: bool


def words_of(scenario: Scenario, inputs: Iterable[Input] | None = None) -> Words:
    """The words for a scenario's limits."""
    calendar = fiscal_calendar()
    places = range(scenario.first_year, scenario.first_year + scenario.years)
    years = [calendar.format(Period(Frequency.YEAR, place)) for place in places]
    aims = {each.key: each.name for each in aims_of(scenario.plan)} if scenario.plan else {}
    return Words(
        first_year=scenario.first_year,
        years=years,
        inputs={each.code: each for each in (inputs_of(scenario) if inputs is None else inputs)},
        skills=dict(Skill.objects.values_list("code", "name")),
        aims=aims,
        currency=organisation().currency,
    )


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
    return [UseRow(name[:1].upper() + name[1:], row) for name, row in table.items()]


def share_rows(scenario: Scenario, words: Words) -> list[tuple[str, str, str]]:
    """What share of the money goes to the aims that ask for one: name, share, least share."""
    rows = []
    for each in scenario.result["usage"]:
        if each["limit"] == "min_share":
            name = words.aims.get(each["aim"], each["aim"])
            rows.append((name, percent_text(each["used"]), percent_text(each["share"])))
    return rows


def price_rows(prices: Sequence[Mapping[str, Any]], words: Words) -> list[PriceRow]:
    """Limits by what a bit more of them would bring, the most first; those that bring nothing come last."""
    largest = max((each["gain"] or 0.0 for each in prices), default=0.0)
    ordered = sorted(prices, key=lambda each: -(each["gain"] if each["gain"] is not None else -1.0))
    return [_price(each, words, largest) for each in ordered]


def _price(price: Mapping[str, Any], words: Words, largest: float) -> PriceRow:
    told = ("loosened", "gain", "proven", "added", "dropped")
    limit = limit_of({name: value for name, value in price.items() if name not in told})
    loosened = limit_of(price["loosened"]) if price["loosened"] else None
    gain = price["gain"]
    changes = []
    if price["added"]:
        changes.append(_("in: %(codes)s") % {"codes": ", ".join(price["added"])})
    if price["dropped"]:
        changes.append(_("out: %(codes)s") % {"codes": ", ".join(price["dropped"])})
    return PriceRow(
        limit=words.limit(limit),
        more=words.more(limit, loosened),
        gain=gain,
        at_least=not price["proven"],
        change="; ".join(changes),
        bar=round(100 * gain / largest) if gain and largest else 0,
        committed=isinstance(limit, Must) and limit.committed,
    )


_RING = {"color": "var(--chart-actual)", "width": 3}


def frontier_figure(points: Sequence[Mapping[str, Any]], words: Words) -> dict[str, Any]:
    """Value against budget: a Plotly figure."""
    found = [each for each in points if each["value"] is not None]
    here = [each for each in found if each["scale"] == 1.0]
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [each["budget"] for each in found],
        "y": [round(each["value"], 2) for each in found],
        "line": {"color": "var(--chart-actual)", "width": 2},
        "marker": {"size": 7, "color": "var(--chart-actual)"},
        "customdata": [_point_text(each, words) for each in found],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    as_asked = line | {
        "mode": "markers",
        "x": [each["budget"] for each in here],
        "y": [round(each["value"], 2) for each in here],
        "marker": {
            "size": 13,
            "color": "var(--surface)",
            "line": {"color": "var(--chart-actual)", "width": 3},
        },
        "customdata": [_("As asked: %(text)s") % {"text": _point_text(each, words)} for each in here],
    }
    ticks = [each["budget"] for each in points]
    return {
        "data": [line, as_asked],
        "layout": {
            "height": 320,
            "hovermode": "closest",
            "margin": {"t": 16, "r": 16, "b": 48, "l": 56},
            "xaxis": {
                "title": {"text": _("All budgets together")},
                "tickvals": ticks,
                "ticktext": [words.amount(each) for each in ticks],
            },
            "yaxis": {"title": {"text": _("Value")}, "rangemode": "tozero"},
        },
    }


def _point_text(point: Mapping[str, Any], words: Words) -> str:
    said = {
        "budget": words.amount(point["budget"]),
        "value": number_text(point["value"], 1),
        "count": point["count"],
    }
    return _("%(budget)s: value %(value)s with %(count)s initiatives") % said


def frontier_table(points: Sequence[Mapping[str, Any]], words: Words) -> DataTable:
    """The frontier in figures."""
    rows = []
    for each in points:
        name = _("%(percent)s of the budgets") % {"percent": percent_text(each["scale"])}
        value = _("no solution") if each["solved"] == "none" else _("not found in the time")
        if each["value"] is not None:
            value = number_text(each["value"], 1)
        rows.append((name, words.amount(each["budget"]), value, words.amount(each["money"]), each["count"]))
    columns = (_("Budgets"), _("Allowed"), _("Value"), _("Taken"), _("Initiatives"))
    return DataTable(_("Value by budget"), columns, tuple(rows))


def shown_settings(scenario: Scenario) -> list[str]:
    """What the scenario asks, in words, beside amounts of money and people."""
    asked = asked_of(scenario.settings)
    names = {each.code: each.name for each in choosable()}
    words = words_of(scenario, [_named(code, name) for code, name in names.items()])
    told = [_("%(name)s must be done") % {"name": words.name(code)} for code in asked.must]
    told += [_("%(name)s is not to be chosen") % {"name": words.name(code)} for code in asked.never]
    for group in asked.exclusions:
        told.append(_("At most one of %(names)s") % {"names": ", ".join(map(words.name, group))})
    for code, needed in asked.prerequisites:
        told.append(_("%(name)s needs %(needed)s") % {"name": words.name(code), "needed": words.name(needed)})
    for code, year in asked.earliest.items():
        named = {"name": words.name(code), "year": words.year(year - scenario.first_year)}
        told.append(_("%(name)s starts in %(year)s or later") % named)
    for aim, share in asked.shares.items():
        said = {"share": percent_text(share), "aim": words.aims.get(aim, aim)}
        told.append(_("At least %(share)s of the money for %(aim)s") % said)
    return told


def _named(code: str, name: str) -> Input:
    return Input(code, name, Stage.IDEA, False, 0.0, False, None, {}, {}, {})
