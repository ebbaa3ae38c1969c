"""From what was found to what is done: the TOWS matrix, strategic options, what hangs in the air."""

from strategy.options.gaps import Gap, GapKind, gaps_of
from strategy.options.matrix import FIELDS, Matrix, kind_of, read_matrix
from strategy.options.visible import home_of, visible_options

__all__ = [
    "FIELDS",
    "Gap",
    "GapKind",
    "Matrix",
    "gaps_of",
    "home_of",
    "kind_of",
    "read_matrix",
    "visible_options",
]
