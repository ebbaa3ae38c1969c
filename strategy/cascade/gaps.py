"""What is missing between strategy and departments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from kpis.formulas.reported import reported_below
from kpis.models import KPI
from kpis.store.rules import read_rules
from org.queries import TreeNode
from strategy.cascade.matrix import Alignment
from strategy.cascade.parts import parts_of
from strategy.enums.cascade import GapKind, Tie
from strategy.models import Contribution, Objective, ObjectiveKPI


@dataclass(frozen=True)
class Gap:
    """One thing that is missing, at an objective, a department or a KPI."""

    kind: GapKind
    objective: Objective | None = None
    department: TreeNode | None = None
    kpi: KPI | None = None

    @property
    def code(self) -> str:
        """The code of what it is found at."""
        found = self.objective or self.department or self.kpi
        return found.code if found else ""


def gaps_of(alignment: Alignment, user: Any) -> list[Gap]:
    """All gaps of a matrix in the order of `GapKind`; eight queries more, whatever its size."""
    return [
        *_unsupported(alignment),
        *_idle(alignment),
        *_unmeasured(alignment),
        *_unowned(alignment),
        *_stray(alignment, user),
        *_adrift(alignment, user),
    ]


def _unsupported(alignment: Alignment) -> Iterator[Gap]:
    """Objectives that at most their own lead works for."""
    for line in alignment.lines:
        leads = {bond.department_id for bond in line.bonds if bond.tie == Tie.OWNS}
        if all(bond.department_id in leads for bond in line.bonds):
            yield Gap(GapKind.UNSUPPORTED, objective=line.placed.objective)


def _idle(alignment: Alignment) -> Iterator[Gap]:
    """Departments with a column of which nothing is said, nor of one below them."""
    busy = [cell.department.path for line in alignment.lines for cell in line.ties]
    for node in alignment.departments:
        if node.depth > 0 and not any(path.startswith(node.path) for path in busy):
            yield Gap(GapKind.IDLE_DEPARTMENT, department=node)


def _unmeasured(alignment: Alignment) -> Iterator[Gap]:
    for line in alignment.lines:
        if not line.placed.kpi_links:
            yield Gap(GapKind.UNMEASURED, objective=line.placed.objective)


def _unowned(alignment: Alignment) -> Iterator[Gap]:
    for line in alignment.lines:
        if line.placed.objective.owner_id is None:
            yield Gap(GapKind.UNOWNED, objective=line.placed.objective)


def _stray(alignment: Alignment, user: Any) -> Iterator[Gap]:
    """KPIs that measure no objective of the strategy or its parts, and feed no formula that does."""
    within = Q(objective__plan=alignment.plan) | Q(objective__plan__in=parts_of(alignment.plan, user))
    links = ObjectiveKPI.objects.current().valid_on(timezone.localdate())
    linked = set(links.filter(within).values_list("kpi", flat=True))
    served = linked | _below(linked)
    for kpi in KPI.objects.order_by("code"):
        if kpi.pk not in served:
            yield Gap(GapKind.STRAY_KPI, kpi=kpi)


def _below(kpi_ids: Iterable[int]) -> set[int]:
    """The reported KPIs from which these are computed."""
    below = reported_below(read_rules(sorted(kpi_ids)))
    return {each.kpi_id for found in below.values() for each in found}


def _adrift(alignment: Alignment, user: Any) -> Iterator[Gap]:
    """Objectives of departments that contribute to nothing."""
    of_parts = Objective.objects.filter(
        plan__in=parts_of(alignment.plan, user), archived_on__isnull=True
    ).select_related("plan__department")
    tied = Contribution.objects.filter(objective__plan__part_of=alignment.plan).values("objective")
    for objective in of_parts.exclude(pk__in=tied).order_by("plan__name", "position"):
        yield Gap(GapKind.ADRIFT, objective=objective)
