"""What the page of a workshop shows of each proposal: its own rating, then how far all ratings lie apart."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from django.utils.text import slugify

from risks.enums import WorkshopState
from risks.matrices import Band, band_of, grid_of, score_of
from risks.models import ProposedRisk, Workshop, WorkshopRating
from risks.workshops.spread import Spread, spread_of
from risks.workshops.visible import SHOWN, visible_proposed, visible_ratings

LONGEST = 24  # letters of a code that is suggested


@dataclass(frozen=True)
class Dots:
    """A cell of the small matrix: how many gave it."""

    tone: str
    count: int


@dataclass(frozen=True)
class Line:
    """A proposal; `mine`: what the reader gave; `spread`, `dots`, `notes`: of all, once it is shown."""

    proposed: ProposedRisk
    merged: Sequence[ProposedRisk]
    mine: WorkshopRating | None
    spread: Spread | None
    dots: Sequence[Sequence[Dots]]
    notes: Sequence[str]
    band: Band | None
    likelihood: int
    impact: int

    @property
    def likelihood_name(self) -> str:
        """The name of the field for its likelihood."""
        return f"likelihood-{self.proposed.pk}"

    @property
    def impact_name(self) -> str:
        """The name of the field for its impact."""
        return f"impact-{self.proposed.pk}"

    @property
    def code(self) -> str:
        """A code that a new risk may get."""
        words = slugify(self.proposed.title).upper().split("-")
        whole = [each for each in accumulate(words, "{}-{}".format) if len(each) <= LONGEST]
        return whole[-1] if whole else words[0][:LONGEST]


def lines_of(workshop: Workshop, user: Any) -> list[Line]:
    """What is shared, as far as the user may know of it; nothing while everybody proposes alone."""
    if workshop.state == WorkshopState.PROPOSING:
        return []
    found = list(visible_proposed(user).filter(workshop=workshop))
    ratings: dict[int, list[WorkshopRating]] = defaultdict(list)
    for rating in visible_ratings(user).filter(proposed__workshop=workshop).order_by("pk"):
        ratings[rating.proposed_id].append(rating)
    standing = [each for each in found if each.merged_into_id is None]
    return [
        _line(workshop, each, [other for other in found if other.merged_into_id == each.pk], ratings, user)
        for each in standing
    ]


def _line(
    workshop: Workshop,
    proposed: ProposedRisk,
    merged: Sequence[ProposedRisk],
    ratings: dict[int, list[WorkshopRating]],
    user: Any,
) -> Line:
    given = ratings[proposed.pk]
    matrix, shown = workshop.matrix, workshop.state in SHOWN
    cells = [(each.likelihood, each.impact) for each in given] if shown else []
    spread = spread_of(cells, len(matrix.likelihoods), len(matrix.impacts))
    dots = [
        [Dots(cell.band.tone, cells.count((cell.likelihood, cell.impact))) for cell in row]
        for row in (grid_of(matrix) if spread else [])
    ]
    agreed = proposed.likelihood is not None and proposed.impact is not None
    likely, bad = (proposed.likelihood, proposed.impact) if agreed else spread.median if spread else (0, 0)
    return Line(
        proposed,
        merged,
        next((each for each in given if each.person_id == user.pk), None),
        spread,
        dots,
        [each.note for each in given if each.note] if shown else [],
        band_of(matrix, score_of(matrix, likely, bad)) if agreed and likely and bad else None,
        likely or 0,
        bad or 0,
    )
