"""A run as its page and the list show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.marks import status_label
from core.ui.money import money_short_text
from risks.enums import RiskKind
from risks.exposure.cards import cards_of
from risks.exposure.curve import curve_figure, curve_table
from risks.exposure.drivers import by_share, driver_table, tornado_figure
from risks.exposure.saving import saving_figure, saving_finding, saving_table, with_response
from risks.exposure.wording import (
    MARK,
    appetite_finding,
    between,
    between_percent,
    driver_finding,
    percent_text,
    scope_text,
    verdict_word,
)
from risks.models import ExposureRun


@dataclass(frozen=True)
class RunRow:
    """A run in the list: what it counts, and its expected loss with a bad year's."""

    run: ExposureRun
    scope: str
    risks: int
    without: int
    expected: str
    bad: str
    above: int


def row_of(run: ExposureRun) -> RunRow:
    """One line of the list."""
    now = run.result["now"]
    above = sum(point["verdict"] == "above" for point in run.result["appetite"])
    return RunRow(
        run,
        scope_of(run),
        len(run.inputs["risks"]),
        len(run.inputs["without"]),
        between(now["expected"]),
        between(now["quantiles"]["0.95"]),
        above,
    )


def scope_of(run: ExposureRun) -> str:
    """What the run counts, in words."""
    return scope_text(run.inputs["scope"], dict(RiskKind.choices))


def titles_of(run: ExposureRun) -> dict[str, str]:
    """Titles of the run's risks by code, as they were called then."""
    return {row["code"]: row["title"] for row in run.inputs["risks"]}


def run_context(run: ExposureRun, currency: str) -> dict[str, Any]:
    """Everything the page of a run shows: figures, pictures with their tables, findings."""
    result, titles = run.result, titles_of(run)
    parts, answered = by_share(result), with_response(result)
    return {
        "row": row_of(run),
        "tiles": list(_tiles(result, currency)),
        "appetite": list(_appetite(result, currency)),
        "summary": cards_of(figures_table(result)),
        "finding": appetite_finding(result, currency),
        "curve": curve_figure(result),
        "curve_table": curve_table(result),
        "driver_finding": driver_finding(parts, titles),
        "tornado": tornado_figure(parts, result["now"]["expected"]["value"], titles),
        "driver_table": driver_table(parts, titles),
        "saving_finding": saving_finding(answered, titles),
        "saving": saving_figure(answered, titles) if any(part["cost"] for part in answered) else None,
        "saving_table": saving_table(answered, titles),
        "saving_cards": cards_of(saving_table(answered, titles)) if answered else None,
    }


def _tiles(result: Mapping[str, Any], currency: str) -> Iterator[tuple[str, str, str]]:
    """Name, figure and its uncertainty in words."""
    now, after = result["now"], result["after"]
    figures = (
        (_("An average year"), now["expected"]),
        (_("One year in twenty: more than"), now["quantiles"]["0.95"]),
        (_("One year in a hundred: more than"), now["quantiles"]["0.99"]),
        (_("An average year, once the response is done"), after["expected"]),
    )
    for name, figure in figures:
        yield name, money_short_text(figure["value"], currency), between(figure, currency)


def _appetite(result: Mapping[str, Any], currency: str) -> Iterator[dict[str, Any]]:
    for point in result["appetite"]:
        yield {
            "loss": money_short_text(point["loss"], currency),
            "most": percent_text(point["most"]),
            "now": between_percent(point["now"]),
            "label": status_label(MARK[point["verdict"]], verdict_word(point["verdict"])),
            "after": between_percent(point["after"]),
            "label_after": status_label(MARK[point["verdict_after"]], verdict_word(point["verdict_after"])),
        }


def figures_table(result: Mapping[str, Any]) -> DataTable:
    """Mean, quantiles, tail and probability of any loss, now and once the response is done."""
    now, after = result["now"], result["after"]
    rows = [(_("Average year"), between(now["expected"]), between(after["expected"]))]
    for level, figure in now["quantiles"].items():
        name = _("Not more in %(share)s of years") % {"share": percent_text(float(level))}
        rows.append((name, between(figure), between(after["quantiles"][level])))
    rows += [
        (_("Average of the worst twentieth"), between(now["tail"]), between(after["tail"])),
        (
            _("Standard deviation"),
            money_short_text(now["deviation"]),
            money_short_text(after["deviation"]),
        ),
        (_("Probability of any loss"), between_percent(now["any_loss"]), between_percent(after["any_loss"])),
    ]
    columns = (_("Loss of a year"), _("Now"), _("Once the response is done"))
    return DataTable(_("What a year may cost"), columns, tuple(rows))
