"""What a matrix must be: 3 to 7 levels each way, scores that never fall as levels rise, bands in order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault
from risks.enums import Scoring
from risks.models import RiskMatrix

FEWEST, MOST = 3, 7
TONES = ("low", "medium", "high", "extreme")
_MOST_SCORE = 999


def check_matrix(matrix: RiskMatrix) -> Iterator[Fault]:
    """Faults of a matrix, each with the field where it stands."""
    if not matrix.name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")
    yield from _check_levels(matrix.likelihoods, "likelihoods")
    yield from _check_levels(matrix.impacts, "impacts")
    if matrix.scoring not in Scoring.values:
        yield Fault(_("Choose how the score is made."), field="scoring")
    if matrix.scoring == Scoring.TABLE:
        yield from _check_table(matrix.table, len(matrix.likelihoods), len(matrix.impacts))
    yield from _check_bands(matrix.bands)


def _check_levels(levels: Sequence[Mapping[str, Any]], field: str) -> Iterator[Fault]:
    if not FEWEST <= len(levels) <= MOST:
        words = _("There are %(count)d levels: a matrix has %(fewest)d to %(most)d.")
        counts = {"count": len(levels), "fewest": FEWEST, "most": MOST}
        yield Fault(words % counts, field=field, code="levels")
    labels = [str(each.get("label", "")).strip() for each in levels]
    if not all(labels):
        yield Fault(_("Every level needs a label."), field=field, code="required")
    elif len({each.casefold() for each in labels}) < len(labels):
        yield Fault(_("Two levels have the same label."), field=field, code="unique")


def _check_table(table: Any, rows: int, columns: int) -> Iterator[Fault]:
    """A number in every cell, none lower than that of a lower level."""
    shaped = isinstance(table, list) and len(table) == rows
    if not shaped or any(not isinstance(row, list) or len(row) != columns for row in table):
        words = _("The table needs %(rows)d rows of %(columns)d scores.")
        yield Fault(words % {"rows": rows, "columns": columns}, field="table", code="shape")
        return
    scores = [score for row in table for score in row]
    if any(isinstance(score, bool) or not isinstance(score, int) for score in scores):
        yield Fault(_("Every score of the table is a whole number."), field="table", code="number")
    elif any(not 1 <= score <= _MOST_SCORE for score in scores):
        yield Fault(_("Scores go from 1 to %(most)d.") % {"most": _MOST_SCORE}, field="table", code="range")
    elif any(low > high for line in (*table, *zip(*table, strict=True)) for low, high in pairwise(line)):
        words = _("A higher level never has a lower score: look along every row and column of the table.")
        yield Fault(words, field="table", code="falling")


def _check_bands(bands: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    if not 2 <= len(bands) <= MOST:
        yield Fault(_("A matrix has 2 to 7 bands."), field="bands", code="bands")
        return
    if any(not str(each.get("label", "")).strip() or not each.get("key") for each in bands):
        yield Fault(_("Every band needs a label."), field="bands", code="required")
    if any(each.get("tone") not in TONES for each in bands):
        yield Fault(_("A band's tone is low, medium, high or extreme."), field="bands", code="tone")
    numbers = [each.get(name) for each in bands for name in ("least", "review_months")]
    if any(isinstance(each, bool) or not isinstance(each, int) or each < 1 for each in numbers):
        words = _("A band says from which score it begins, and after how many months it is reviewed.")
        yield Fault(words, field="bands", code="number")
        return
    beginnings: list[Any] = [each["least"] for each in bands]
    if any(low >= high for low, high in pairwise(beginnings)):
        yield Fault(_("Bands go from the lowest up, each from a higher score."), field="bands", code="order")
