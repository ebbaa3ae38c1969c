"""Benefits with what the KPIs' values say of them and what the last look found."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from initiatives.benefits.effect import Effect, Point, effect_of, proposed
from initiatives.models import Benefit, BenefitCheck
from kpis.history import read_histories
from kpis.queries import calendar as fiscal_calendar
from kpis.store.rules import read_rules
from org.queries import root_department

SPARK = 13


@dataclass(frozen=True)
class BenefitReading:
    """A benefit; `points`: its KPI's values, the oldest first; `effect` None: the values say nothing yet.

    `proposed`: what the values would have a look at it find.
    """

    benefit: Benefit
    points: Sequence[Point]
    effect: Effect | None
    proposed: str
    check: BenefitCheck | None

    @property
    def spark(self) -> list[float]:
        """The last values, for a small picture."""
        return [each.value for each in self.points[-SPARK:]]

    @property
    def money_realised(self) -> Decimal | None:
        """Money a year, as the last look found."""
        return self.check.money if self.check else None

    def is_check_due(self, today: dt.date) -> bool:
        """Whether somebody is to look at it: its day has come and nobody has since."""
        return is_check_due(self.benefit, self.check, today)


def is_check_due(benefit: Benefit, check: BenefitCheck | None, today: dt.date) -> bool:
    """Whether the day of a look has come and nobody has looked since."""
    if benefit.check_on is None or benefit.check_on > today:
        return False
    return check is None or check.checked_on < benefit.check_on


def read_benefits(benefits: Sequence[Benefit], today: dt.date | None = None) -> list[BenefitReading]:
    """A reading of each benefit (`visible.with_relations`), in the same order.

    The number of queries depends on the frequencies of the KPIs only.
    """
    day = today or timezone.localdate()
    points = _points(benefits, day)
    return [_reading(each, points.get(each.pk, ()), day) for each in benefits]


def _reading(benefit: Benefit, points: Sequence[Point], day: dt.date) -> BenefitReading:
    began = benefit.baseline_on or benefit.initiative.starts_on
    effect = effect_of(points, benefit.baseline, began, benefit.expected)
    check = next(iter(benefit.checks.all()), None)
    return BenefitReading(benefit, points, effect, proposed(effect, benefit.due_on, day), check)


def _points(benefits: Sequence[Benefit], day: dt.date) -> Mapping[int, Sequence[Point]]:
    """Ended, complete enough values by benefit; one without a department means the whole organisation."""
    measured = [each for each in benefits if each.kpi_id is not None]
    if not measured:
        return {}
    root, calendar = root_department(day), fiscal_calendar()
    rules = {each.kpi_id: each for each in read_rules([each.kpi_id for each in measured if each.kpi_id])}
    places = {each.pk: each.department_id or (root.pk if root else None) for each in measured}
    kept = [each for each in measured if each.kpi_id in rules and places[each.pk] is not None]
    wanted = [(places[each.pk] or 0, rules[each.kpi_id or 0]) for each in kept]
    found: dict[int, Sequence[Point]] = {}
    for histories in read_histories(wanted, calendar, day):
        for row, member in enumerate(histories.members):
            history = histories.history(row)
            values = enumerate(zip(history.values, history.eligible, strict=True))
            found[kept[int(member)].pk] = tuple(
                Point(calendar.end(history.period(place)), float(value))
                for place, (value, eligible) in values
                if eligible
            )
    return found
