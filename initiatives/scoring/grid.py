"""The grid in which somebody scores: a row an initiative, a field a criterion; and what was typed into it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from initiatives.actions.scoring.giving import Given
from initiatives.models import Initiative, Score, ScoringCriterion
from initiatives.scoring.reading import Sheet

SCORE, NOTE = "s", "n"


@dataclass(frozen=True)
class Cell:
    """One field: its key `<initiative>-<criterion>`, and what the scorer gave there before."""

    criterion: ScoringCriterion
    key: str
    value: str = ""
    note: str = ""


@dataclass(frozen=True)
class Row:
    """An initiative with its fields."""

    initiative: Initiative
    cells: Sequence[Cell]

    @property
    def has_notes(self) -> bool:
        """Whether a reason was given for any score."""
        return any(cell.note for cell in self.cells)

    @property
    def is_whole(self) -> bool:
        """Whether it is scored by every criterion."""
        return all(cell.value for cell in self.cells)


def grid_of(sheet: Sheet, scorer: Any) -> list[Row]:
    """The grid with what the scorer gave; one query."""
    own = Score.objects.filter(round=sheet.round, scorer=scorer.pk)
    given = {(each.initiative_id, each.criterion_id): each for each in own}
    return [
        Row(
            initiative,
            [_cell(initiative, each, given.get((initiative.pk, each.pk))) for each in sheet.criteria],
        )
        for initiative in sheet.initiatives
    ]


def _cell(initiative: Initiative, criterion: ScoringCriterion, score: Score | None) -> Cell:
    key = f"{initiative.pk}-{criterion.pk}"
    return Cell(criterion, key, str(score.value) if score else "", score.note if score else "")


def typed_in(data: Mapping[str, str], rows: Iterable[Row]) -> list[Given]:
    """What was sent of the grid's fields; raises Refused, naming the field, where it is no score."""
    given: list[Given] = []
    faults: list[Fault] = []
    for row in rows:
        for cell in row.cells:
            name = f"{SCORE}-{cell.key}"
            if name not in data:
                continue
            text = data[name].strip()
            if text and text not in ("1", "2", "3", "4", "5"):
                words = _("%(initiative)s, %(criterion)s: a score goes from 1 to 5.")
                said = {"initiative": row.initiative.name, "criterion": cell.criterion.name}
                faults.append(Fault(words % said, field=name))
                continue
            note = data.get(f"{NOTE}-{cell.key}", cell.note).strip()
            given.append(Given(row.initiative, cell.criterion, int(text) if text else None, note))
    if faults:
        raise Refused(faults)
    return given
