"""The home page's answer to "Are we winning?": one score, one sentence, four perspectives, what moved."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kpis.engine.scoring import State, Status
from strategy.scoring import KpiLine, NodeLine, Scorecard
from strategy.scoring.card import PerspectiveLine

# Two scores closer than this read the same; a change smaller than this is no news.
NEWS = 1.0
MOST = 6


@dataclass(frozen=True)
class Tile:
    """A perspective on the home page: its number, and in words what pulls or lifts it."""

    name: str
    node: NodeLine
    claim: str
    counted: str
    code: str


@dataclass(frozen=True)
class Flip:
    """A KPI whose status is another than a period ago."""

    line: KpiLine
    before: Status | State


@dataclass(frozen=True)
class Winning:
    """What the home page says of a plan."""

    headline: str
    claim: str
    whole: str
    tenth: str
    tiles: tuple[Tile, ...]
    flips: tuple[Flip, ...]
    worst: tuple[KpiLine, ...]
    red_objectives: int


def winning(card: Scorecard) -> Winning:
    """The page's words and figures, from the scorecard alone."""
    score = card.node.score.score
    whole, _dot, tenth = f"{score:.1f}".partition(".") if score is not None else ("–", "", "")
    return Winning(
        headline=_headline(card.node),
        claim=_claim(_lifting(card), _pulling(card)),
        whole=whole,
        tenth=tenth,
        tiles=tuple(_tile(each) for each in card.perspectives),
        flips=tuple(_flips(card.kpis))[:MOST],
        worst=tuple(sorted(_off(card.kpis), key=lambda line: line.cell.score or 0.0))[:MOST],
        red_objectives=sum(line.node.score.red_child for line in card.objectives),
    )


def _headline(node: NodeLine) -> str:
    """Where the plan stands and whither it moves, in two or three words."""
    change = node.change or 0.0
    match node.score.status:
        case Status.GREEN:
            return _("Yes.") if change > -NEWS else _("Yes, but slipping.")
        case Status.AMBER:
            if change > NEWS:
                return _("Nearly, and closing in.")
            return _("Nearly, but slipping.") if change < -NEWS else _("Nearly.")
        case Status.RED:
            return _("Not yet, but gaining.") if change > NEWS else _("No.")
        case State.INSUFFICIENT_DATA:
            return _("Too few values are in to say.")
    return _("There is nothing to say yet.")


def _lifting(card: Scorecard) -> list[str]:
    """Objectives on target, the best first."""
    lines = [line for line in card.objectives if line.node.score.status == Status.GREEN]
    return [line.objective.name for line in sorted(lines, key=lambda line: -(line.node.score.score or 0))][:2]


def _pulling(card: Scorecard) -> list[str]:
    """Objectives that hold the plan back, the worst first."""
    lines = [line for line in card.objectives if line.node.score.status in (Status.AMBER, Status.RED)]
    return [line.objective.name for line in sorted(lines, key=lambda line: line.node.score.score or 0)][:2]


def _claim(lifting: list[str], pulling: list[str]) -> str:
    parts = []
    if lifting:
        parts.append(_("On target: %(names)s.") % {"names": _quoted(lifting)})
    if pulling:
        parts.append(_("Holding the plan back: %(names)s.") % {"names": _quoted(pulling)})
    return " ".join(parts)


def _quoted(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _tile(line: PerspectiveLine) -> Tile:
    statuses = [objective.node.score.status for objective in line.objectives]
    on_target = sum(status == Status.GREEN for status in statuses)
    off = sum(kpi.cell.status == Status.RED for objective in line.objectives for kpi in objective.kpis)
    counted = ngettext(
        "%(on)s of %(all)s objective on target", "%(on)s of %(all)s objectives on target", len(statuses)
    ) % {"on": on_target, "all": len(statuses)}
    if off:
        counted += "; " + ngettext("%(n)s KPI off target", "%(n)s KPIs off target", off) % {"n": off}
    name = line.perspective.name if line.perspective else _("Without a perspective")
    code = line.perspective.code if line.perspective else ""
    return Tile(name, line.node, _tile_claim(line), counted, code)


def _tile_claim(line: PerspectiveLine) -> str:
    """The KPI that moved its perspective most since the period before."""
    moved = [kpi for objective in line.objectives for kpi in objective.kpis if kpi.change]
    if not moved:
        return ""
    most = max(moved, key=lambda kpi: abs(kpi.change or 0))
    if abs(most.change or 0) < NEWS:
        return ""
    words = _("%(kpi)s lifts it most") if (most.change or 0) > 0 else _("%(kpi)s pulls it down most")
    return words % {"kpi": most.kpi.name}


def _flips(lines: Iterable[KpiLine]) -> Iterable[Flip]:
    """KPIs whose status changed, those that got worse first, each once."""
    found = {
        line.kpi.pk: Flip(line, line.before.status)
        for line in lines
        if line.before.status != line.cell.status and not line.cell.held and line.cell.value is not None
    }
    return sorted(found.values(), key=lambda flip: flip.line.change or 0.0)


def _off(lines: Iterable[KpiLine]) -> Iterable[KpiLine]:
    return {line.kpi.pk: line for line in lines if line.cell.status == Status.RED}.values()
