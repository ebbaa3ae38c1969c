"""Computing cells: after a change for the KPIs it touched, in full by night or by hand.

A transaction that changes inputs leaves dirty rows. A worker takes the locks of some KPIs and of the formulas
computed from them, *then* reads, computes, writes, and deletes exactly the dirty rows it saw: what came
meanwhile stays dirty. A worker that is killed leaves the old cells and the dirty rows; the sweeper has the
work done again.
"""

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from core.outbox import emit, wake
from kpis.actions.rollup_plan import Plan, Years
from kpis.actions.rollup_queue import add_dirty, forget_dirty, next_dirty, seen_dirty
from kpis.actions.staging import ROLLUP_LOCK, lock_kpis
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.formulas.graph import read_graph
from kpis.models import Definition, DirtyKPI, RollupRun
from kpis.queries import calendar as fiscal_calendar
from kpis.store.compute import CHUNK, KnownKpis, read_known
from kpis.store.together import all_cells
from kpis.store.tree import read_tree
from kpis.store.writer import remove_cells_outside, write_cells

_FREQUENCIES = "SELECT kpi_id, frequency FROM kpis_definition WHERE known_to IS NULL AND kpi_id = ANY(%s)"
MOST_WORKERS = 8
"""So many are asked to share a rollup; those for whom nothing is left find that out in a millisecond."""


def mark_dirty(changed: Iterable[tuple[int, int | None]]) -> None:
    """Note that inputs of KPIs changed, as (KPI, native period or None for all), and wake a worker.

    Part of the transaction that changes them.
    """
    calendar = fiscal_calendar()
    periods: dict[int, list[int | None]] = defaultdict(list)
    for kpi_id, ordinal in changed:
        periods[kpi_id].append(ordinal)
    with connection.cursor() as cursor:
        cursor.execute(_FREQUENCIES, [list(periods)])
        frequencies = {kpi_id: Frequency(frequency) for kpi_id, frequency in cursor.fetchall()}
        years = {
            kpi_id: _dirty_years(ordinals, frequencies[kpi_id], calendar)
            for kpi_id, ordinals in sorted(periods.items())
        }
        add_dirty(cursor, years)
    wake("kpis.roll_up_dirty")


def _dirty_years(ordinals: list[int | None], frequency: Frequency, calendar: Calendar) -> Years | None:
    """The first and last fiscal year of native periods; None where one of them stands for all."""
    dated = [ordinal for ordinal in ordinals if ordinal is not None]
    if len(dated) < len(ordinals):
        return None
    first, last = (calendar.fiscal_year_of(Period(frequency, o)) for o in (min(dated), max(dated)))
    return first, last


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
    while kpi_ids := next_dirty():
        computed += roll_up(kpi_ids, as_of=as_of)
    return computed


def roll_up_all(as_of: dt.date | None = None) -> int:
    """Compute every KPI over all years it has data for; returns how many KPIs."""
    return roll_up([kpi_id for group in formula_groups() for kpi_id in group], as_of=as_of, full=True)


def formula_groups() -> list[list[int]]:
    """All KPIs in groups that no formula ties together: whoever computes one needs nothing of another."""
    with connection.cursor() as cursor:
        graph = read_graph(cursor)
    current = Definition.objects.current().order_by("kpi_id")
    kpi_ids = dict(current.values_list("kpi__code", "kpi_id"))
    return [[kpi_ids[code] for code in group] for group in graph.groups(kpi_ids)]


def roll_up(kpi_ids: Sequence[int], as_of: dt.date | None = None, full: bool = False) -> int:
    """Compute KPIs: the years their dirty rows name, or all (`full`); returns how many KPIs were computed.

    Formulas above a changed KPI are computed with it, in the same transaction.
    """
    day = as_of or timezone.localdate()
    started = timezone.now()
    at_once = CHUNK if full else max(len(kpi_ids), 1)
    chunks = [list(kpi_ids[start : start + at_once]) for start in range(0, len(kpi_ids), at_once)]
    # What an open transaction wrote is seen on its own connection only.
    if full and len(chunks) > 1 and not connection.in_atomic_block:
        done = _side_by_side(chunks, day)
        _note(done, day, started, full)
        return done.kpis
    with transaction.atomic():
        done = _one_by_one(chunks, day, full)
        if full or done.kpis:  # a worker that waited while another did its work did nothing worth a record
            _note(done, day, started, full)
    return done.kpis


def _note(done: _Done, as_of: dt.date, started: dt.datetime, full: bool) -> None:
    RollupRun.objects.create(
        as_of=as_of,
        full=full,
        started_at=started,
        finished_at=timezone.now(),
        kpis=done.kpis,
        rows_written=done.rows,
    )


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


@transaction.atomic(savepoint=False)
def _roll_up_chunk(kpi_ids: list[int], as_of: dt.date, full: bool) -> _Done:
    """One transaction: lock, see what is dirty, read, compute, write, and forget just what was seen."""
    with connection.cursor() as cursor:
        locked, likely = _with_formulas_above(cursor, kpi_ids)
        lock_kpis(cursor, ROLLUP_LOCK, locked)
        seen = seen_dirty(cursor, kpi_ids)
        wanted = frozenset(kpi_ids if full else ())
        known = read_known(cursor, kpi_ids, above=True, likely=likely)
        plan = Plan(cursor, known, seen, wanted, as_of, fiscal_calendar())
        years = plan.years(locked)
        done = _compute_and_write(cursor, known, years, as_of, plan.calendar)
        renewed = {known.rules[code].kpi_id: span for code, span in years.items() if plan.renewed(code)}
        done += _Done(0, remove_cells_outside(cursor, renewed))
        forget_dirty(cursor, seen)
    if done.kpis:
        emit("kpis.rolled_up", kpis=sorted(known.rules[code].kpi_id for code in years))
    return done


def _with_formulas_above(cursor: Any, kpi_ids: Sequence[int]) -> tuple[list[int], set[str]]:
    """These KPIs and the formulas computed from them: all whose cells a change of these rewrites.

    With them the codes of those formulas and of what they are computed from, as known before the locks: what
    is then read afresh at once.

    Every one of them is locked before anything is read, so that of two workers that come to the same cell by
    different inputs the later one reads what the earlier one's change was. Not the whole group of a formula:
    inputs that did not change are read from their values, not from their cells. A formula that is defined
    while this waits for the locks is dirty of its own and has its own turn.
    """
    graph = read_graph(cursor)
    if not graph.expressions:
        return list(kpi_ids), set()
    cursor.execute("SELECT code FROM kpis_kpi WHERE id = ANY(%s)", [list(kpi_ids)])
    above = graph.above(code for (code,) in cursor.fetchall())
    formulas = sorted({graph.kpi_ids[code] for code in above} - set(kpi_ids))
    return [*kpi_ids, *formulas], graph.below(above)


def _compute_and_write(
    cursor: Any, known: KnownKpis, years: Mapping[str, Years], as_of: dt.date, calendar: Calendar
) -> _Done:
    """Compute KPIs over their years and store the cells, those together that can be."""
    if not years:
        return _Done(0, 0)
    tree = read_tree(cursor, timezone.now())
    rows = 0
    for span, codes in _by_years(years).items():
        for computed in all_cells(cursor, codes, known, span, calendar, as_of, tree):
            rows += write_cells(cursor, computed, computed.cells)
    return _Done(len(years), rows)


def _by_years(years: Mapping[str, Years]) -> dict[Years, list[str]]:
    """The codes of the KPIs that are computed over the same years."""
    found: dict[Years, list[str]] = defaultdict(list)
    for code, span in years.items():
        found[span].append(code)
    return found


def mark_everything_dirty() -> None:
    """Have every KPI computed over all its years, once however often this is said before a worker comes."""
    undated = DirtyKPI.objects.filter(first_year__isnull=True).values("kpi_key")
    kpi_ids = Definition.objects.current().exclude(kpi_id__in=undated).values_list("kpi_id", flat=True)
    DirtyKPI.objects.bulk_create(DirtyKPI(kpi_key=kpi_id) for kpi_id in kpi_ids)
    wake("kpis.roll_up_dirty")


def share_rollup() -> None:
    """Have the workers compute everything between them, as many of them as there are.

    What is to be done stands in dirty rows: a worker that dies leaves its part to the others.
    """
    mark_everything_dirty()
    for _ in range(MOST_WORKERS - 1):
        wake("kpis.roll_up_dirty")
