"""Two runs side by side: what a year may cost in each, and which risks made the difference."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.ui.charts import DataTable
from core.ui.money import money_short_text
from risks.exposure.cards import Cards, cards_of
from risks.exposure.presenting import figures_table, titles_of
from risks.exposure.wording import between
from risks.models import ExposureRun

_LONGEST = 20


@dataclass(frozen=True)
class Comparison:
    """The earlier and the later run, their figures, and risks by how much each changed the average year."""

    before: ExposureRun
    after: ExposureRun
    change: str
    figures: Cards
    risks: Cards

    @property
    def runs(self) -> tuple[ExposureRun, ExposureRun]:
        """Both, the earlier one first."""
        return self.before, self.after


def compared(first: ExposureRun, second: ExposureRun) -> Comparison:
    """The earlier one stands first, whichever was asked for first."""
    before, after = sorted((first, second), key=lambda run: (run.made_at, run.pk))
    return Comparison(
        before,
        after,
        _change(before, after),
        cards_of(_figures(before, after)),
        cards_of(_risks(before, after)),
    )


def _change(before: ExposureRun, after: ExposureRun) -> str:
    """Whether the average year changed by more than the uncertainty of both."""
    old, new = before.result["now"]["expected"], after.result["now"]["expected"]
    difference = new["value"] - old["value"]
    if new["low"] <= old["high"] and old["low"] <= new["high"]:
        return _("The average year is about the same: the difference is within the uncertainty.")
    words = _("The average year costs %(amount)s more.") if difference > 0 else ""
    words = words or _("The average year costs %(amount)s less.")
    return words % {"amount": money_short_text(abs(difference))}


def _names(before: ExposureRun, after: ExposureRun) -> tuple[str, str]:
    """Heads of columns, short enough to stand beside every figure on a phone."""
    return Truncator(before.name).chars(_LONGEST), Truncator(after.name).chars(_LONGEST)


def _figures(before: ExposureRun, after: ExposureRun) -> DataTable:
    old, new = figures_table(before.result), figures_table(after.result)
    rows = tuple((row[0], row[1], other[1]) for row, other in zip(old.rows, new.rows, strict=True))
    return DataTable(_("What a year may cost, in both"), (old.columns[0], *_names(before, after)), rows)


def _risks(before: ExposureRun, after: ExposureRun) -> DataTable:
    columns = (_("Risk"), *_names(before, after))
    return DataTable(_("Average year by risk, in both"), columns, tuple(_risk_rows(before, after)))


def _risk_rows(before: ExposureRun, after: ExposureRun) -> Iterator[tuple[object, ...]]:
    """Those that changed most first; a risk that one run does not count has a dash there."""
    titles = titles_of(before) | titles_of(after)
    old, new = ({part["key"]: part["expected"] for part in run.result["parts"]} for run in (before, after))
    nothing = {"value": 0.0}

    def moved(key: str) -> float:
        return -abs(new.get(key, nothing)["value"] - old.get(key, nothing)["value"])

    for key in sorted(titles, key=moved):
        yield titles[key], *(between(side[key]) if key in side else "–" for side in (old, new))
