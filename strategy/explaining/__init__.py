"""Why a score is what it is: contributions, what is missing, what moved it, what would turn it."""

from strategy.explaining.explanation import Child, Explanation, Gap, Mover, Suggestion
from strategy.explaining.nodes import KINDS, Node, UnknownNode
from strategy.explaining.reading import explain_node

__all__ = [
    "KINDS",
    "Child",
    "Explanation",
    "Gap",
    "Mover",
    "Node",
    "Suggestion",
    "UnknownNode",
    "explain_node",
]
