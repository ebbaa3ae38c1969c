"""Reading what the linter's rules ask about; a constant number of queries, however large the plan."""

import datetime as dt
from collections import defaultdict

from kpis.cells import read_many
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.scoring import Direction
from kpis.models import KPI, Definition, Measurement, SeriesTerm
from kpis.queries import calendar as fiscal_calendar
from kpis.store.rules import rules_of
from kpis.targeting.order import TargetCounts, count_targets
from kpis.wording import period_text
from org.queries import root_department
from strategy.linter.facts import Measure, PlanFacts, Reporter, YearCompared
from strategy.models import Objective, Plan
from strategy.queries import PlanStructure, plan_structure


def read_facts(plan: Plan, today: dt.date) -> PlanFacts:
    """The plan today with all that is known of its KPIs."""
    structure, calendar = plan_structure(plan, today), fiscal_calendar()
    kpis = {link.kpi_id: link.kpi for placed in structure.objectives for link in placed.kpi_links}
    current = Definition.objects.current().filter(kpi__in=kpis).select_related("kpi", "kpi__owner")
    definitions = {each.kpi_id: each for each in current}
    year = calendar.containing(today, Frequency.YEAR)
    reporters, counts = _reporters(kpis, today), count_targets(definitions.values(), year, calendar)
    valued = set(
        Measurement.objects.filter(kpi__in=kpis, known_to__isnull=True)
        .values_list("kpi_id", flat=True)
        .distinct()
    )
    compared = _compared(definitions, year, calendar, today)
    objectives = _objectives(structure)
    measures = {
        kpi_id: Measure(
            kpi=definition.kpi,
            definition=definition,
            objectives=objectives[kpi_id],
            reporters=reporters.get(kpi_id, ()),
            targets=counts.get(kpi_id, TargetCounts()).there,
            disordered=counts.get(kpi_id, TargetCounts()).disordered,
            has_values=kpi_id in valued,
            compared=compared.get(kpi_id),
        )
        for kpi_id, definition in definitions.items()
    }
    units = dict(KPI.objects.values_list("code", "unit"))
    return PlanFacts(structure, measures, units, calendar)


def _objectives(structure: PlanStructure) -> dict[int, tuple[Objective, ...]]:
    found: dict[int, list[Objective]] = defaultdict(list)
    for placed in structure.objectives:
        for link in placed.kpi_links:
            found[link.kpi_id].append(placed.objective)
    return {kpi_id: tuple(each) for kpi_id, each in found.items()}


def _reporters(kpis: dict[int, KPI], today: dt.date) -> dict[int, tuple[Reporter, ...]]:
    terms = SeriesTerm.objects.current().filter(series__kpi__in=kpis, valid__contains=today)
    found: dict[int, list[Reporter]] = defaultdict(list)
    rows = terms.order_by("series__department__name").values_list(
        "series__kpi_id", "series__department__name", "series__steward_id"
    )
    for kpi_id, department, steward in rows:
        found[kpi_id].append(Reporter(department, steward is not None))
    return {kpi_id: tuple(each) for kpi_id, each in found.items()}


def _compared(
    definitions: dict[int, Definition], year: Period, calendar: Calendar, today: dt.date
) -> dict[int, YearCompared]:
    """This year's target at the top beside last year's actual, where enough of it was reported."""
    top = root_department(today)
    if top is None:
        return {}
    lines = [each for each in definitions.values() if each.direction != Direction.BAND]
    wanted = [(top.pk, rules_of(each)) for each in lines]
    before = calendar.previous(year)
    rows = read_many(wanted, [before, year], calendar, today, numbers_only=True)
    found = {}
    for definition, (then, now) in zip(lines, rows, strict=True):
        target, enough = now.anchors[0], then.coverage >= definition.min_coverage
        if target is not None and then.value is not None and enough:
            texts = period_text(year, calendar), period_text(before, calendar)
            found[definition.kpi_id] = YearCompared(target, then.value, *texts)
    return found
