"""The portfolio on one scale of days: spans, progress, milestones and delays of many initiatives."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from initiatives.enums import TaskKind
from initiatives.models import Baseline, Initiative, Task
from initiatives.planning.baselines import latest_baselines
from initiatives.planning.gantt import Bar, Diamond
from initiatives.planning.network import leaves, schedule_of_everything
from initiatives.planning.plan_chart import days_text
from initiatives.planning.progress import is_late, progress_of


@dataclass(frozen=True)
class Span:
    """An initiative in time. Its days are those of its plan, else those it was given itself.

    `expected_end`: only where that is later than planned.
    """

    initiative: Initiative
    starts_on: dt.date | None
    ends_on: dt.date | None
    progress: float | None
    expected_end: dt.date | None
    late: int
    milestones: Sequence[Task]
    baseline: Baseline | None

    @property
    def delay_days(self) -> int:
        """By how much it is expected to end later than planned."""
        late = self.expected_end is not None and self.ends_on is not None
        return (self.expected_end - self.ends_on).days if late else 0  # type: ignore[operator]

    @property
    def next_milestone(self) -> Task | None:
        """The first milestone that has not come."""
        return next((each for each in self.milestones if each.done_on is None), None)

    @property
    def agreed_days(self) -> tuple[dt.date, dt.date] | None:
        """From when to when it was agreed."""
        if self.baseline is None or self.baseline.starts_on is None or self.baseline.ends_on is None:
            return None
        return self.baseline.starts_on, self.baseline.ends_on


def read_spans(initiatives: Iterable[Initiative], today: dt.date) -> list[Span]:
    """The initiatives in time, in the order given; six queries, however many there are."""
    found = list(initiatives)
    tasks: dict[int, list[Task]] = defaultdict(list)
    of = {each.pk: each for each in found}
    for task in leaves().filter(initiative__in=of).order_by("ends_on", "position", "pk"):
        task.initiative = of[task.initiative_id]
        tasks[task.initiative_id].append(task)
    timings = schedule_of_everything(today) if tasks else {}
    expected = {key: each.ends_on for key, each in timings.items()}
    progress, baselines = progress_of(found), latest_baselines(found)
    return [
        _span(each, tasks[each.pk], progress.get(each.pk), expected, baselines.get(each.pk), today)
        for each in found
    ]


def _span(
    initiative: Initiative,
    tasks: Sequence[Task],
    progress: float | None,
    expected: Mapping[int, dt.date],
    baseline: Baseline | None,
    today: dt.date,
) -> Span:
    days = [day for each in tasks for day in (each.starts_on, each.ends_on) if day is not None]
    first = min(days, default=None) or initiative.starts_on or initiative.ends_on
    last = max(days, default=None) or initiative.ends_on or initiative.starts_on
    ends = [expected[each.pk] for each in tasks if each.pk in expected]
    end = max(ends, default=None)
    return Span(
        initiative,
        first,
        last,
        progress,
        end if end is not None and last is not None and end > last else None,
        sum(is_late(each, today) for each in tasks),
        [each for each in tasks if each.kind == TaskKind.MILESTONE and each.ends_on is not None],
        baseline,
    )


def bar_of(span: Span, today: dt.date) -> Bar:
    """The row of an initiative in the chart."""
    progress = span.progress or 0.0
    parts = [span.initiative.name, days_text(span.starts_on, span.ends_on)]
    if span.progress is not None:
        parts.append(_("%(progress)d %% done") % {"progress": round(progress)})
    diamonds = [
        Diamond(each.ends_on, each.name, each.done_on is not None, is_late(each, today))
        for each in span.milestones
        if each.ends_on is not None
    ]
    return Bar(
        span.initiative.pk,
        " · ".join(part for part in parts if part),
        kind="initiative",
        first=span.starts_on,
        last=span.ends_on,
        progress=progress,
        is_late=bool(span.late),
        expected_end=span.expected_end,
        agreed=span.agreed_days,
        diamonds=diamonds,
    )
