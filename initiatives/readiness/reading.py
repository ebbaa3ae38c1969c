"""Groups with how ready they are: what was rated last, what moved since, and where they are held up."""

from collections.abc import Sequence
from dataclasses import dataclass

from initiatives.enums import ActionState, Dimension
from initiatives.models import AffectedGroup, ReadinessAction, ReadinessRating
from initiatives.readiness.barrier import BEFORE_START, DIMENSIONS, barrier_of


@dataclass(frozen=True)
class DimensionReading:
    """One of the five; `rating` 1 to 5 or None; `moved`: against the last rating of it before, else None."""

    dimension: Dimension
    rating: int | None
    moved: int | None
    is_barrier: bool


@dataclass(frozen=True)
class GroupReading:
    """A group; `rating`: its latest, None where nobody rated it; `barrier`: a `Dimension`, "" for none."""

    group: AffectedGroup
    rating: ReadinessRating | None
    dimensions: Sequence[DimensionReading]
    barrier: str

    @property
    def is_rated(self) -> bool:
        """Whether anything is known of it."""
        return any(each.rating is not None for each in self.dimensions)

    @property
    def is_ready(self) -> bool:
        """Whether it is rated and nothing holds it up."""
        return self.is_rated and not self.barrier

    @property
    def barrier_before_start(self) -> str:
        """What would hold it up on the day of the change: a `Dimension` without reinforcement, or ""."""
        return barrier_of({each.dimension: each.rating for each in self.dimensions}, BEFORE_START)

    @property
    def open_actions(self) -> list[ReadinessAction]:
        """What is still to be done for it."""
        return [each for each in self.group.actions.all() if each.state == ActionState.OPEN]


def read_groups(groups: Sequence[AffectedGroup]) -> list[GroupReading]:
    """A reading of each (`visible.with_relations`), in the same order; no further query."""
    return [_reading(each) for each in groups]


def _reading(group: AffectedGroup) -> GroupReading:
    ratings = list(group.ratings.all())
    said = {each: _said(each, ratings) for each in DIMENSIONS}
    barrier = barrier_of({each: values[0] if values else None for each, values in said.items()})
    dimensions = [_dimension(each, said[each], barrier) for each in DIMENSIONS]
    return GroupReading(group, ratings[0] if ratings else None, dimensions, barrier)


def _said(dimension: Dimension, ratings: Sequence[ReadinessRating]) -> list[int]:
    """What was said of a dimension, the newest first: a rating of some leaves the others as they were."""
    return [value for each in ratings if (value := getattr(each, dimension)) is not None]


def _dimension(dimension: Dimension, said: Sequence[int], barrier: str) -> DimensionReading:
    return DimensionReading(
        dimension,
        said[0] if said else None,
        said[0] - said[1] if len(said) > 1 else None,
        dimension == barrier,
    )
