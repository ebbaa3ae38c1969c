"""What a plan says as data, how two states of it differ, and what a difference does to its scores.

A snapshot is `{"format": 1, "elements": {"objective:12": {"name": …, "kpi:7": 2.0}, …}}`: every element of
the plan by kind and key, its facts by name. The key is the element's id in the plan itself; an element of a
revision's branch has the key of the one it was copied from, so that both can be compared.
"""

from strategy.revisions.differences import Difference, changed, differences
from strategy.revisions.elements import Elements, Snapshot
from strategy.revisions.merging import Clash, clashes, faults, merged
from strategy.revisions.snapshot import snapshot_of

__all__ = [
    "Clash",
    "Difference",
    "Elements",
    "Snapshot",
    "changed",
    "clashes",
    "differences",
    "faults",
    "merged",
    "snapshot_of",
]
