"""Computing cells: after a change for the KPIs it touched, in full by night or by hand.

A transaction that changes inputs leaves dirty rows. A worker takes the locks of some KPIs, *then* reads,
computes, writes, and deletes exactly the dirty rows it saw: what came meanwhile stays dirty. A worker that is
killed leaves the old cells and the dirty rows; the sweeper has the work done again.
"""

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils import timezone

from core.outbox import emit, wake
from kpis.actions.staging import ROLLUP_LOCK, lock_kpis
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.engine.rollup import roll_up as compute
from kpis.models import Definition, DirtyKPI, RollupRun
from kpis.queries import calendar as fiscal_calendar
from kpis.store.reader import read_batch
from kpis.store.rules import KnownRules, read_rules
from kpis.store.writer import write_cells

# Chunks this small stay in the processor's cache and in little memory, two of them at once too.
CHUNK = 6
# A subquery for each end of each index, which takes it from the index; grouping reads every row.
_ENDS = """(SELECT {end}(period) FROM {table} t
  WHERE t.kpi_id = k AND t.known_to IS NULL{condition})"""
_TABLES = (
    ("kpis_measurement", " AND NOT pending"),
    ("kpis_measurement", " AND pending"),
    ("kpis_seriestarget", ""),
)
_BOUNDS = "SELECT k, {} FROM unnest(%s::bigint[]) AS k".format(
    ", ".join(
        _ENDS.format(end=end, table=table, condition=condition)
        for end in ("min", "max")
        for table, condition in _TABLES
    )
)


def mark_dirty(changed: Iterable[tuple[int, int | None]]) -> None:
    """Note that inputs of KPIs changed, as (KPI, native period or None for all), and wake a worker.

    Part of the transaction that changes them.
    """
    calendar = fiscal_calendar()
    periods: dict[int, list[int | None]] = defaultdict(list)
    for kpi_id, ordinal in changed:
        periods[kpi_id].append(ordinal)
    frequencies = dict(
        Definition.objects.current().filter(kpi_id__in=periods).values_list("kpi_id", "frequency")
    )
    DirtyKPI.objects.bulk_create(
        _dirty(kpi_id, ordinals, Frequency(frequencies[kpi_id]), calendar)
        for kpi_id, ordinals in sorted(periods.items())
    )
    wake("kpis.roll_up_dirty")


def _dirty(kpi_id: int, ordinals: list[int | None], frequency: Frequency, calendar: Calendar) -> DirtyKPI:
    dated = [ordinal for ordinal in ordinals if ordinal is not None]
    if len(dated) < len(ordinals):
        return DirtyKPI(kpi_key=kpi_id)
    first, last = (calendar.fiscal_year_of(Period(frequency, o)) for o in (min(dated), max(dated)))
    return DirtyKPI(kpi_key=kpi_id, first_year=first, last_year=last)


@dataclass
class _Work:
    """KPIs that are computed together: one native frequency, the same fiscal years."""

    years: tuple[int, int]
    kpis: list[KnownRules]


@dataclass(frozen=True)
class _Done:
    """What was computed: how many KPIs, and how many rows were written for them."""

    kpis: int
    rows: int

    def __add__(self, other: "_Done") -> "_Done":
        return _Done(self.kpis + other.kpis, self.rows + other.rows)


def roll_up_dirty(as_of: dt.date | None = None) -> int:
    """Compute what changed; returns how many KPIs were computed. Safe to run twice and side by side."""
    computed = 0
    while kpi_ids := _dirty_kpis():
        computed += roll_up(kpi_ids, as_of=as_of)
    return computed


def _dirty_kpis() -> list[int]:
    return list(DirtyKPI.objects.values_list("kpi_key", flat=True).distinct().order_by("kpi_key")[:CHUNK])


def roll_up_all(as_of: dt.date | None = None) -> int:
    """Compute every KPI over all years it has data for; returns how many KPIs."""
    kpi_ids = list(Definition.objects.current().order_by("kpi_id").values_list("kpi_id", flat=True))
    return roll_up(kpi_ids, as_of=as_of, full=True)


def roll_up(kpi_ids: Sequence[int], as_of: dt.date | None = None, full: bool = False) -> int:
    """Compute KPIs: the years their dirty rows name, or all (`full`); returns how many KPIs were computed."""
    day = as_of or timezone.localdate()
    started = timezone.now()
    chunks = [list(kpi_ids[start : start + CHUNK]) for start in range(0, len(kpi_ids), CHUNK)]
    # What an open transaction wrote is seen on its own connection only.
    apart = full and len(chunks) > 1 and not connection.in_atomic_block
    done = _side_by_side(chunks, day) if apart else _one_by_one(chunks, day, full)
    if full or done.kpis:  # a worker that waited while another did its work did nothing worth a record
        RollupRun.objects.create(
            as_of=day,
            full=full,
            started_at=started,
            finished_at=timezone.now(),
            kpis=done.kpis,
            rows_written=done.rows,
        )
    return done.kpis


def _next(waiting: deque[list[int]]) -> list[int]:
    try:
        return waiting.popleft()  # one call, so that two threads never take the same
    except IndexError:
        return []


def _side_by_side(chunks: list[list[int]], as_of: dt.date) -> _Done:
    """Compute chunks in full on two connections: while one writes, the other reads and computes."""
    waiting = deque(chunks)

    def work() -> _Done:
        done = _Done(0, 0)
        try:
            while chunk := _next(waiting):
                done += _roll_up_chunk(chunk, as_of, full=True)
        finally:
            connection.close()
        return done

    with ThreadPoolExecutor(2) as threads:
        return sum((each.result() for each in [threads.submit(work), threads.submit(work)]), _Done(0, 0))


def _one_by_one(chunks: list[list[int]], as_of: dt.date, full: bool) -> _Done:
    return sum((_roll_up_chunk(chunk, as_of, full) for chunk in chunks), _Done(0, 0))


@transaction.atomic
def _roll_up_chunk(kpi_ids: list[int], as_of: dt.date, full: bool) -> _Done:
    """One transaction: lock, see what is dirty, read, compute, write, and forget just what was seen."""
    with connection.cursor() as cursor:
        lock_kpis(cursor, ROLLUP_LOCK, kpi_ids)
        seen = list(DirtyKPI.objects.filter(kpi_key__in=kpi_ids))
        calendar = fiscal_calendar()
        done = _Done(0, 0)
        for work in _plan_work(read_rules(kpi_ids), seen, as_of, full, calendar):
            read = read_batch(cursor, work.kpis, work.years, calendar)
            done += _Done(len(work.kpis), write_cells(cursor, read, compute(read.batch, calendar, as_of)))
    DirtyKPI.objects.filter(pk__in=[row.pk for row in seen]).delete()
    if done.kpis:
        emit("kpis.rolled_up", kpis=kpi_ids)
    return done


def _plan_work(
    known: Sequence[KnownRules], seen: Sequence[DirtyKPI], as_of: dt.date, full: bool, calendar: Calendar
) -> list[_Work]:
    """Which KPIs to compute over which years, together where they can be."""
    named: dict[int, list[DirtyKPI]] = defaultdict(list)
    for row in seen:
        named[row.kpi_key].append(row)
    works: dict[tuple[Frequency, tuple[int, int]], list[KnownRules]] = defaultdict(list)
    spans = _data_years([each.kpi_id for each in known], as_of, calendar, known)
    for each in known:
        rows = named[each.kpi_id]
        if not rows and not full:
            continue
        years = spans[each.kpi_id]
        if rows and not full:
            years = _named_years(rows, years, each)
        works[each.rules.frequency, years].append(each)
    return [_Work(years, kpis) for (_, years), kpis in works.items()]


def _named_years(rows: Sequence[DirtyKPI], span: tuple[int, int], known: KnownRules) -> tuple[int, int]:
    """The years that dirty rows name; a carried value reaches into later ones."""
    if any(row.first_year is None or row.last_year is None for row in rows):
        return span
    first = min(row.first_year for row in rows if row.first_year is not None)
    last = max(row.last_year for row in rows if row.last_year is not None)
    return first, max(last, span[1]) if known.rules.carry_limit else last


def _data_years(
    kpi_ids: Sequence[int], as_of: dt.date, calendar: Calendar, known: Sequence[KnownRules]
) -> dict[int, tuple[int, int]]:
    """The fiscal years for which each KPI has values or targets, and the present one."""
    present = calendar.containing(as_of, Frequency.YEAR).ordinal
    with connection.cursor() as cursor:
        cursor.execute(_BOUNDS, [list(kpi_ids)])
        bounds = {kpi_id: [o for o in found if o is not None] for kpi_id, *found in cursor.fetchall()}
    spans = {}
    for each in known:
        years = [calendar.fiscal_year_of(Period(each.rules.frequency, o)) for o in bounds[each.kpi_id]]
        spans[each.kpi_id] = (min([present, *years]), max([present, *years]))
    return spans


def mark_everything_dirty() -> None:
    """Have every KPI computed over all its years, once however often this is said before a worker comes."""
    undated = DirtyKPI.objects.filter(first_year__isnull=True).values("kpi_key")
    kpi_ids = Definition.objects.current().exclude(kpi_id__in=undated).values_list("kpi_id", flat=True)
    DirtyKPI.objects.bulk_create(DirtyKPI(kpi_key=kpi_id) for kpi_id in kpi_ids)
    wake("kpis.roll_up_dirty")
