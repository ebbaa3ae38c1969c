"""What plan and money say of an initiative on a day: pure arithmetic, without database and clock.

`compute(facts, today)` gives the computed state with everything it rests on. Source of earned value and its
indices: Project Management Institute, Practice Standard for Earned Value Management, 2nd edition, 2011.
"""

from initiatives.earned.computed import Computed
from initiatives.earned.computing import compute
from initiatives.earned.facts import Agreed, Facts, Money, Work
from initiatives.earned.lights import Light, Unknown, better_than, worst

__all__ = [
    "Agreed",
    "Computed",
    "Facts",
    "Light",
    "Money",
    "Unknown",
    "Work",
    "better_than",
    "compute",
    "worst",
]
