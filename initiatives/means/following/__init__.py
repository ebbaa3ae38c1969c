"""Money follows strategy: does what weighs much in the plan get the money and the people?"""

from initiatives.means.following.flags import Flag, ObjectiveFlag
from initiatives.means.following.reading import Following, ObjectiveLine, PriorityLine, read_following
from initiatives.means.following.shares import split

__all__ = [
    "Flag",
    "Following",
    "ObjectiveFlag",
    "ObjectiveLine",
    "PriorityLine",
    "read_following",
    "split",
]
