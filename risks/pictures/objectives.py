"""Risk by objective: an objective's score beside what threatens it, and how much of the score is at risk.

Score at risk is an indication from levels, no forecast. A threat at level l of n likelihoods counts with the
middle of the l-th of n equal parts of 0 to 1, (l − ½) / n, as does its impact, so that it takes the share
q = (l − ½)/n · (i − ½)/m of the score in expectation. Threats are taken as independent: together they take
1 − Π(1 − q), which is never more than all of it.
"""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kpis.engine.periods import Period
from kpis.engine.scoring import Status
from kpis.queries import calendar
from org.queries import root_department
from risks.enums import RatingKind, RiskKind
from risks.matrices.scoring import Band, bands_of
from risks.models import Risk, RiskLink, RiskMatrix
from risks.pictures.places import Place, place_of
from risks.queries import standing_risks
from risks.register.ratings import latest_ratings
from strategy.default_period import default_period
from strategy.models import Plan
from strategy.scoring import ObjectiveLine, read_scorecard

SEVERE = ("high", "extreme")
"""Tones of the bands in which a threat asks to be acted on."""


@dataclass(frozen=True)
class Touching:
    """A risk that touches an objective, itself or through a KPI that measures it; `at`: its current place."""

    risk: Risk
    at: Place | None

    @property
    def is_severe(self) -> bool:
        """Whether it is a threat in one of the upper bands."""
        return self.risk.kind == RiskKind.THREAT and self.at is not None and self.at.band.tone in SEVERE


@dataclass(frozen=True)
class AtRisk:
    """An objective with its score, the risks that touch it, and the share of its score at risk,
    and its rated threats by band.
    """

    line: ObjectiveLine
    touching: Sequence[Touching]
    share: float | None
    by_band: Sequence[tuple[Band, int]]

    @property
    def score(self) -> float | None:
        """The score now."""
        return self.line.node.score.score

    @property
    def at_risk(self) -> float | None:
        """How much of the score is at risk; None without a score or a rated threat."""
        return None if self.score is None or self.share is None else self.score * self.share

    @property
    def left(self) -> float | None:
        """The score less what is at risk."""
        at_risk = self.at_risk
        return None if self.score is None or at_risk is None else self.score - at_risk

    @property
    def severe(self) -> list[Touching]:
        """The threats in the upper bands."""
        return [each for each in self.touching if each.is_severe]

    @property
    def act_first(self) -> bool:
        """On target with a severe threat: something can be done before the KPI turns red."""
        return bool(self.line.node.score.status == Status.GREEN and self.severe)

    @property
    def opportunities(self) -> list[Touching]:
        """What would favour it."""
        return [each for each in self.touching if each.risk.kind == RiskKind.OPPORTUNITY]

    @property
    def unrated(self) -> int:
        """How many threats have no place in the matrix in use."""
        return sum(each.risk.kind == RiskKind.THREAT and each.at is None for each in self.touching)


@dataclass(frozen=True)
class ByObjective:
    """Every objective of a plan in a period; `bands`: from the lowest."""

    plan: Plan
    period: Period
    bands: Sequence[Band]
    lines: Sequence[AtRisk]

    @property
    def first(self) -> list[AtRisk]:
        """Objectives on target with a severe threat, the most at risk first."""
        found = [each for each in self.lines if each.act_first]
        return sorted(found, key=lambda each: -(each.at_risk or 0))


def share_at_risk(matrix: RiskMatrix, places: Iterable[Place]) -> float:
    """What threats at these places take of a score together, 0 to 1; formula: above."""
    rows, columns = len(matrix.likelihoods), len(matrix.impacts)
    taken = [(at.likelihood - 0.5) / rows * (at.impact - 0.5) / columns for at in places]
    return 1 - math.prod(1 - each for each in taken)


def read_by_objective(user: Any, plan: Plan, matrix: RiskMatrix, today: dt.date) -> ByObjective | None:
    """Objectives of a plan with the risks that the user may know of; None without a department."""
    root = root_department()
    if root is None:
        return None
    period = default_period(plan, calendar(), today)
    card = read_scorecard(plan, root, period, signals=False)
    risks = {each.pk: each for each in standing_risks(user).select_related("owner")}
    latest = latest_ratings(risks, today)
    places = {pk: place_of(matrix, latest.get(pk, {}).get(RatingKind.CURRENT)) for pk in risks}
    by_objective = _by_objective(card.objectives, list(risks))
    bands = bands_of(matrix)
    lines = [
        _line(
            matrix, bands, line, [Touching(risks[pk], places[pk]) for pk in by_objective[line.objective.pk]]
        )
        for line in card.objectives
    ]
    return ByObjective(plan, period, bands, lines)


def _by_objective(lines: Sequence[ObjectiveLine], risks: Sequence[int]) -> Mapping[int, Sequence[int]]:
    """Which risks (ids) touch which objective (id): itself, or a KPI that measures it; each once."""
    measured: dict[int, set[int]] = defaultdict(set)
    for line in lines:
        for measure in line.kpis:
            measured[measure.kpi.pk].add(line.objective.pk)
    found: dict[int, dict[int, None]] = defaultdict(dict)
    links = RiskLink.objects.filter(risk__in=risks).order_by("risk__code")
    for risk, objective, kpi in links.values_list("risk", "objective", "kpi"):
        for each in (objective, *measured.get(kpi, ())):
            found[each][risk] = None
    return defaultdict(list, {objective: list(ids) for objective, ids in found.items()})


def _line(
    matrix: RiskMatrix, bands: Sequence[Band], line: ObjectiveLine, touching: Sequence[Touching]
) -> AtRisk:
    ranked = sorted(touching, key=lambda each: (-(each.at.score if each.at else 0), each.risk.code))
    threats = [each.at for each in ranked if each.risk.kind == RiskKind.THREAT and each.at is not None]
    by_band = [(band, sum(at.band.key == band.key for at in threats)) for band in bands]
    return AtRisk(line, ranked, share_at_risk(matrix, threats) if threats else None, by_band)
