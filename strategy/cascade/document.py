"""A departmental or functional plan as a document: everything that it says, and who agreed to it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from kpis.engine.frequency import Period
from org.models import Department, User
from strategy.cascade.reach import heads_of
from strategy.cascade.stages import stage_of
from strategy.enums import AgreementDecision, AgreementSide
from strategy.enums.cascade import WAY, Stage
from strategy.models import (
    Agreement,
    Contribution,
    Goal,
    OperationalActivity,
    Perspective,
    Plan,
    PlanSection,
    PlanVersion,
)
from strategy.presenters import Row, rows_of
from strategy.scoring import ObjectiveLine, Scorecard, read_scorecard


@dataclass(frozen=True)
class DocumentObjective:
    """An objective with what it contributes to, its own line of the scorecard and those of its KPIs."""

    line: ObjectiveLine
    contributions: tuple[Contribution, ...]
    kpis: tuple[Row, ...]


@dataclass(frozen=True)
class Milestone:
    """A stage on the plan's way: whether it is reached, and who reached it when."""

    stage: Stage
    reached: bool
    here: bool
    agreement: Agreement | None = None


@dataclass(frozen=True)
class StrategySince:
    """How the strategy went on since the plan was agreed: its version then (None: before any) and now."""

    then: PlanVersion | None
    now: PlanVersion


@dataclass(frozen=True)
class PartDocument:
    """The whole document, at the plan's department in a period."""

    plan: Plan
    department: Department
    stage: Stage
    way: tuple[Milestone, ...]
    heads: tuple[User, ...]
    card: Scorecard
    bands: tuple[tuple[Perspective | None, tuple[DocumentObjective, ...]], ...]
    sections: tuple[PlanSection, ...]
    goals: tuple[Goal, ...]
    activities: tuple[OperationalActivity, ...]
    agreements: tuple[Agreement, ...]
    versions: tuple[PlanVersion, ...]
    moved_on: StrategySince | None
    returned: Agreement | None = field(default=None)

    @property
    def objectives(self) -> list[DocumentObjective]:
        """Every objective, in the order of the page."""
        return [each for _perspective, found in self.bands for each in found]


def read_document(plan: Plan, department: Department, period: Period, as_of: dt.date) -> PartDocument:
    """The document of a plan with `department` and `part_of`; two dozen queries, whatever its size."""
    agreements = tuple(plan.agreements.select_related("by", "department", "version").order_by("at", "pk"))
    stage = stage_of(plan, agreements)
    card = read_scorecard(plan, department, period, as_of, signals=False)
    last = agreements[-1] if agreements else None
    return PartDocument(
        plan=plan,
        department=department,
        stage=stage,
        way=_way(stage, agreements),
        heads=tuple(heads_of(department)),
        card=card,
        bands=_bands(plan, card),
        sections=tuple(plan.sections.all()),
        goals=goals_of(plan),
        activities=tuple(plan.activities.select_related("who", "objective")),
        agreements=agreements,
        versions=tuple(plan.versions.select_related("made_by").defer("snapshot")),
        moved_on=moved_on(plan, agreements),
        returned=last
        if last and stage == Stage.DRAFT and last.decision == AgreementDecision.RETURNED
        else None,
    )


def goals_of(plan: Plan) -> tuple[Goal, ...]:
    """The SMART goals under the plan's objectives, the first due first."""
    found = Goal.objects.filter(
        Q(objective__plan=plan), archived_on__isnull=True, objective__archived_on__isnull=True
    )
    return tuple(found.select_related("objective", "kpi", "owner").order_by("due_on", "pk"))


def moved_on(plan: Plan, agreements: Iterable[Agreement]) -> StrategySince | None:
    """Whether the strategy has a newer version than the plan was agreed against; None where it has not."""
    agreed_at = max(
        (each.at for each in agreements if each.stands and each.side == AgreementSide.OFFICE), default=None
    )
    if agreed_at is None:
        return None
    versions = PlanVersion.objects.filter(plan=plan.part_of_id).defer("snapshot").order_by("-number")
    now = versions.first()
    if now is None or now.made_at <= agreed_at:
        return None
    return StrategySince(versions.filter(made_at__lte=agreed_at).first(), now)


_SIDE = {
    Stage.PROPOSED: AgreementSide.DEPARTMENT,
    Stage.AGREED: AgreementSide.OFFICE,
    Stage.APPROVED: AgreementSide.LEADERSHIP,
}


def _way(stage: Stage, agreements: Sequence[Agreement]) -> tuple[Milestone, ...]:
    """The stages of the way with who spoke at each; an archived plan has gone all of it."""
    here = len(WAY) if stage == Stage.ARCHIVED else WAY.index(stage)
    spoken = {each.side: each for each in agreements if each.stands}
    return tuple(
        Milestone(each, place <= here, place == here, spoken.get(_SIDE.get(each, "")))
        for place, each in enumerate(WAY)
    )


def _bands(
    plan: Plan, card: Scorecard
) -> tuple[tuple[Perspective | None, tuple[DocumentObjective, ...]], ...]:
    """The objectives by perspective; a perspective without any is left out."""
    contributions: dict[int, list[Contribution]] = defaultdict(list)
    for row in Contribution.objects.filter(objective__plan=plan).select_related("above__plan", "above__lead"):
        contributions[row.objective_id].append(row)
    kpis: dict[str, list[Row]] = defaultdict(list)
    for each in rows_of(card):
        if each.kind == "kpi":
            kpis[each.parent].append(each)
    bands = []
    for band in card.perspectives:
        found = tuple(
            DocumentObjective(line, tuple(contributions[line.objective.pk]), tuple(kpis[line.objective.code]))
            for line in band.objectives
            if line.objective.archived_on is None
        )
        if found:
            bands.append((band.perspective, found))
    return tuple(bands)
