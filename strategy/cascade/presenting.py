"""The alignment matrix in words: its gaps with what mends them, its rows for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from strategy.cascade.gaps import Gap
from strategy.cascade.matrix import Alignment
from strategy.enums.cascade import GapKind
from strategy.models import Plan


@dataclass(frozen=True)
class Place:
    """Where something is missing, and where it can be mended (empty: not by this reader)."""

    name: str
    url: str
    mend_url: str = ""


@dataclass(frozen=True)
class Finding:
    """One kind of gap with every place of it, and what to do about it."""

    kind: GapKind
    advice: str
    mend: str
    places: tuple[Place, ...]


def findings(gaps: Iterable[Gap], user: Any, plan: Plan) -> list[Finding]:
    """The gaps by kind, those that are not there left out."""
    by_kind: dict[GapKind, list[Gap]] = {}
    for gap in gaps:
        by_kind.setdefault(gap.kind, []).append(gap)
    may = _Allowed(user, plan)
    return [
        Finding(kind, _advice()[kind], _mend()[kind], tuple(may.place(gap) for gap in found))
        for kind, found in by_kind.items()
    ]


def _advice() -> dict[GapKind, str]:
    return {
        GapKind.UNSUPPORTED: _("Ask a department to adopt it, or to set an objective that supports it."),
        GapKind.IDLE_DEPARTMENT: _("Begin its plan, or say which objective the department supports."),
        GapKind.UNMEASURED: _("Without a KPI nobody can say whether it is reached."),
        GapKind.UNOWNED: _("What nobody answers for is nobody's."),
        GapKind.STRAY_KPI: _("Link it to the objective that it measures, or stop collecting it."),
        GapKind.ADRIFT: _("Say which objective of the strategy it supports."),
    }


def _mend() -> dict[GapKind, str]:
    return {
        GapKind.UNSUPPORTED: _("Look at it"),
        GapKind.IDLE_DEPARTMENT: _("Begin its plan"),
        GapKind.UNMEASURED: _("Link a KPI"),
        GapKind.UNOWNED: _("Name an owner"),
        GapKind.STRAY_KPI: _("Look at it"),
        GapKind.ADRIFT: _("Say what it supports"),
    }


class _Allowed:
    """Where a reader may mend what; asks for each permission once."""

    def __init__(self, user: Any, plan: Plan) -> None:
        self.plan = plan
        self.edits = user.has_perm("strategy.edit_plan", plan)
        self.begins = user.has_perm("strategy.begin_part")
        self.writes = user.has_perm("strategy.write_part")

    def place(self, gap: Gap) -> Place:
        """Where the gap is, and where this reader mends it."""
        if gap.department is not None:
            url = reverse("department_part", args=[gap.department.code])
            begin = f"{reverse('begin_part', args=[self.plan.code])}?department={gap.department.code}"
            return Place(gap.department.name, url, begin if self.begins else "")
        if gap.kpi is not None:
            return Place(f"{gap.kpi.name} ({gap.kpi.code})", reverse("kpi", args=[gap.kpi.code]))
        return self._of_objective(gap)

    def _of_objective(self, gap: Gap) -> Place:
        objective: Any = gap.objective
        routes = {GapKind.UNMEASURED: "link_kpi", GapKind.UNOWNED: "change_objective"}
        mend = reverse(routes[gap.kind], args=[objective.pk]) if gap.kind in routes and self.edits else ""
        if gap.kind == GapKind.ADRIFT and self.writes:
            mend = reverse("add_contribution", args=[objective.pk])
        name = f"{objective.code} {objective.name}"
        if gap.kind == GapKind.ADRIFT:
            name = f"{name} ({objective.plan.name})"
        return Place(name, reverse("objective", args=[objective.pk]), mend)


def export_header(alignment: Alignment) -> Sequence[str]:
    """Names of the columns: about the objective, then a department each by its code."""
    return (
        "code",
        "name",
        "perspective",
        "priority",
        "lead",
        "owner",
        "kpis",
        *(node.code for node in alignment.departments),
    )


def export_rows(alignment: Alignment) -> Iterator[tuple[Any, ...]]:
    """A row an objective: `owns`, `adopts`, `supports` or nothing at each department."""
    for line in alignment.lines:
        placed = line.placed
        objective = placed.objective
        yield (
            objective.code,
            objective.name,
            placed.perspective.name if placed.perspective else "",
            placed.priority.name if placed.priority else "",
            objective.lead.code if objective.lead else "",
            objective.owner.email if objective.owner else "",
            len(placed.kpi_links),
            *(str(cell.tie.value) if cell.tie else "" for cell in line.cells),
        )
