"""The alignment matrix: the objectives of a strategy by the departments that own, adopt or support them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from org.queries import TreeNode, department_tree
from strategy.cascade.bonds import Bond, bonds_of, strongest
from strategy.enums.cascade import Tie
from strategy.models import Perspective, Plan
from strategy.queries import PlacedObjective, PlanStructure, plan_structure

USUAL_LEVELS = 2


@dataclass(frozen=True)
class Cell:
    """An objective at a department, or at those below it that have no column; `tie` None: nothing."""

    department: TreeNode
    tie: Tie | None
    bonds: tuple[Bond, ...]


@dataclass(frozen=True)
class Line:
    """An objective across the departments."""

    placed: PlacedObjective
    cells: tuple[Cell, ...]

    @property
    def bonds(self) -> list[Bond]:
        """All of its bonds."""
        return [bond for cell in self.cells for bond in cell.bonds]

    @property
    def ties(self) -> list[Cell]:
        """The cells in which there is something."""
        return [cell for cell in self.cells if cell.tie is not None]


@dataclass(frozen=True)
class Alignment:
    """The whole matrix: `levels` of `deepest` are shown as columns, from the top of the tree."""

    plan: Plan
    departments: tuple[TreeNode, ...]
    bands: tuple[tuple[Perspective | None, tuple[Line, ...]], ...]
    levels: int
    deepest: int
    tree: tuple[TreeNode, ...]
    loose: tuple[Bond, ...]  # of departments that left the tree

    @property
    def key(self) -> list[Tie]:
        """What a cell can say."""
        return list(Tie)

    @property
    def lines(self) -> list[Line]:
        """Every objective, in the order of the page."""
        return [line for _perspective, lines in self.bands for line in lines]


def read_alignment(plan: Plan, user: Any, levels: int = USUAL_LEVELS) -> Alignment:
    """The matrix of a strategy today, as far as the user may know of it; a dozen queries, whatever its size.

    `levels`: how many levels of the tree have columns. What a department below them does counts at the
    nearest column above it. The top has a column only where it does something itself.
    """
    tree = tuple(department_tree())
    bonds = bonds_of(plan, user)
    by_column, loose = _by_column(bonds, tree, levels)
    columns = tuple(
        node for node in tree if node.depth < levels and (node.depth > 0 or by_column.get(node.id))
    )
    structure = plan_structure(plan)
    return Alignment(
        plan=plan,
        departments=columns,
        bands=_bands(structure, columns, by_column),
        levels=levels,
        deepest=max((node.depth + 1 for node in tree), default=1),
        tree=tree,
        loose=tuple(loose),
    )


def _by_column(
    bonds: Sequence[Bond], tree: Sequence[TreeNode], levels: int
) -> tuple[dict[int, list[Bond]], list[Bond]]:
    """Bonds by the department at whose column they count, and those that have no place."""
    column_at = _columns(tree, levels)
    placed: dict[int, list[Bond]] = defaultdict(list)
    loose = []
    for bond in bonds:
        column = column_at.get(bond.department_id)
        if column is None:
            loose.append(bond)
        else:
            placed[column].append(bond)
    return placed, loose


def _columns(tree: Sequence[TreeNode], levels: int) -> dict[int, int]:
    """For each department the one in whose column it stands: itself, or the nearest shown above it."""
    found: dict[int, int] = {}
    for node in tree:  # depth first, so that what is above comes before
        found[node.id] = node.id if node.depth < levels else found[node.parent_id or 0]
    return found


def _bands(
    structure: PlanStructure, columns: Sequence[TreeNode], by_column: dict[int, list[Bond]]
) -> tuple[tuple[Perspective | None, tuple[Line, ...]], ...]:
    """The objectives by perspective, those that stand in none at the end."""
    found: dict[tuple[int, int], list[Bond]] = defaultdict(list)
    for column, bonds in by_column.items():
        for bond in bonds:
            found[column, bond.above_id].append(bond)
    bands = []
    for perspective in (*structure.perspectives, None):
        lines = tuple(
            Line(placed, tuple(_cell(node, found[node.id, placed.objective.pk]) for node in columns))
            for placed in structure.in_perspective(perspective)
            if placed.objective.archived_on is None
        )
        if lines:
            bands.append((perspective, lines))
    return tuple(bands)


def _cell(node: TreeNode, bonds: Sequence[Bond]) -> Cell:
    return Cell(node, strongest(bonds), tuple(bonds))
