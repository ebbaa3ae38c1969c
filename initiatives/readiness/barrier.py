"""What holds a group back: no database, no clock.

Five things come one after the other until a person lives a change: awareness, desire, knowledge, ability,
reinforcement. Work on a later one is lost while an earlier one is missing, so the first that is rated low is
where to begin: the barrier point (J. M. Hiatt, *ADKAR: A Model for Change in Business, Government and Our
Community*, 2006, which takes a score of 3 or less of 5 as low).
"""

from collections.abc import Mapping

from initiatives.enums import Dimension

DIMENSIONS: tuple[Dimension, ...] = tuple(Dimension)
"""In the order in which they build on each other."""
LOW = 3
"""Up to this rating, of 5, something is missing."""
MOST = 5
BEFORE_START = DIMENSIONS[:-1]
"""What must be there on the day of the change; reinforcement keeps it up afterwards."""


def barrier_of(ratings: Mapping[str, int | None], asked: tuple[Dimension, ...] = DIMENSIONS) -> str:
    """The first of the `asked` dimensions that is rated low; "" where none is. Unrated ones say nothing."""
    for dimension in asked:
        rating = ratings.get(dimension)
        if rating is not None and rating <= LOW:
            return dimension
    return ""
