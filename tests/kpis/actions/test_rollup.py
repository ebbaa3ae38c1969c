"""Computing cells from what is stored: after a change, in full, and after a worker died."""

import datetime as dt
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection, transaction

from core.models import OutboxEvent
from core.outbox import deliver
from kpis.actions import (
    Entry,
    TargetEntry,
    change_kpi,
    close_series,
    record_measurements,
    roll_up_all,
    roll_up_dirty,
    set_targets,
)
from kpis.actions.staging import ROLLUP_LOCK
from kpis.models import CellYear, DirtyKPI, RollupRun, Series
from org.actions import move_department
from tests.kpis.city import City, make_city, month
from tests.kpis.imports.commands import write_csv
from tests.masters import server_url

AS_OF = dt.date(2026, 4, 30)
# The worked case of the semantics: complaints by department, January to April 2026.
REPORTED = {"roads": [40, 50, 30], "parks": [10, 20], "health": [60, 40, 50, 20]}


def report(city: City) -> None:
    """Record the worked case."""
    rows = [
        Entry(city.complaints.pk, city[code].pk, month(2026, number), float(value))
        for code, values in REPORTED.items()
        for number, value in enumerate(values, start=1)
    ]
    record_measurements(by=None, rows=rows)


def cells() -> set[tuple[str, ...]]:
    """Every stored cell row as PostgreSQL writes it, so that NaN equals NaN and the last bit counts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT c::text FROM kpis_cellyear c")
        return set(cursor.fetchall())


def months(city: City, department: str) -> list[float]:
    """The values of complaints from January to April 2026."""
    row = CellYear.objects.get(kpi=city.complaints, department=city[department], fiscal_year=2026)
    return row.value[:4]


def test_departments_add_up_to_the_top(city: City) -> None:
    report(city)
    roll_up_dirty(AS_OF)
    assert months(city, "works") == [50, 70, 30, pytest.approx(float("nan"), nan_ok=True)]
    assert months(city, "city") == [110, 110, 80, 20]
    assert DirtyKPI.objects.count() == 0


def test_computing_in_steps_and_in_full_leaves_the_same_cells_to_the_last_bit(city: City) -> None:
    report(city)
    roll_up_dirty(AS_OF)
    record_measurements(by=None, rows=[Entry(city.complaints.pk, city["parks"].pk, month(2026, 3), 0.1)])
    roll_up_dirty(AS_OF)
    early = [Entry(city.complaints.pk, city["roads"].pk, month(2024, 6), 7.7)]
    record_measurements(by=None, rows=early)
    roll_up_dirty(AS_OF)
    set_targets(by=None, rows=[TargetEntry(*early[0][:3], target=8.0, red_line=9.0)])
    roll_up_dirty(AS_OF)
    change_kpi(by=None, kpi=city.complaints, target=7.0)
    roll_up_dirty(AS_OF)
    close_series(by=None, series=Series.objects.get(department=city["parks"]), on=dt.date(2026, 3, 1))
    roll_up_dirty(AS_OF)
    stepwise = cells()
    roll_up_all(AS_OF)
    assert cells() == stepwise
    assert RollupRun.objects.latest("pk").rows_written == 0
    CellYear.objects.all().delete()
    roll_up_all(AS_OF)
    assert cells() == stepwise


def test_rows_without_a_digest_are_written_once_more(city: City) -> None:
    report(city)
    roll_up_all(AS_OF)
    whole = cells()
    CellYear.objects.filter(kpi=city.complaints).update(digest=None)
    roll_up_all(AS_OF)
    written = RollupRun.objects.latest("pk").rows_written
    assert (cells(), written) == (whole, CellYear.objects.filter(kpi=city.complaints).count())


def test_a_department_that_moves_takes_its_values_along_from_that_day(city: City) -> None:
    report(city)
    roll_up_dirty(AS_OF)
    event_of_move = _event_of(lambda: _move(city))
    deliver(event_of_move)
    roll_up_dirty(AS_OF)
    assert months(city, "works")[:3] == [50, 70, 0 + 30]
    assert months(city, "health")[:3] == [60, 40, 50]
    roll_up_all(AS_OF)
    assert months(city, "city") == [110, 110, 80, 20]


def _move(city: City) -> None:
    move_department(by=None, department=city["parks"], parent=city["health"], since=dt.date(2026, 3, 1))


def _event_of(act: Any) -> int:
    before = set(OutboxEvent.objects.values_list("pk", flat=True))
    act()
    (event,) = set(OutboxEvent.objects.values_list("pk", flat=True)) - before
    return event


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_dies_before_its_commit_leaves_the_work_to_the_next(db: None) -> None:
    city = make_city()
    roll_up_dirty(AS_OF)
    before = cells()
    report(city)
    waiting = DirtyKPI.objects.count()
    died = threading.Thread(target=_work_until_killed)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE kpis_cellyear IN EXCLUSIVE MODE")  # readers pass, writers wait
        died.start()
        cursor.execute("SELECT pg_terminate_backend(%s)", [_backend_that_waits_to_write(cursor)])
        died.join(timeout=10)
    assert not died.is_alive()
    assert (cells(), DirtyKPI.objects.count()) == (before, waiting)
    roll_up_dirty(AS_OF)
    assert (months(city, "city"), DirtyKPI.objects.count()) == ([110, 110, 80, 20], 0)


def _work_until_killed() -> None:
    with pytest.raises(OperationalError):
        roll_up_dirty(AS_OF)
    connection.close()


def _backend_that_waits_to_write(cursor: Any) -> int:
    """The backend that holds a rollup's lock and waits for a table."""
    for _attempt in range(500):
        cursor.execute(
            "SELECT h.pid FROM pg_locks h JOIN pg_locks w USING (pid)"
            " WHERE h.locktype = 'advisory' AND h.granted AND h.classid = %s"
            " AND w.locktype = 'relation' AND NOT w.granted",
            [ROLLUP_LOCK],
        )
        if row := cursor.fetchone():
            return int(row[0])
        time.sleep(0.02)
    raise AssertionError("no worker came as far as writing")


@pytest.mark.django_db(transaction=True)
def test_without_a_broker_a_value_is_stored_and_computed_later(db: None, tmp_path: Path) -> None:
    city = make_city()
    roll_up_dirty(AS_OF)
    path = write_csv(tmp_path / "v.csv", [["kpi", "period", "value"], ["budget", "2026", "5"]])
    url = server_url(connection.settings_dict["NAME"])
    nowhere = {"DATABASE_URL": url, "REDIS_URL": "redis://127.0.0.1:1/0", "SMO_VAR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "manage.py", "import_measurements", str(path)],
        cwd=settings.BASE_DIR,
        env=os.environ | nowhere,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "broker_unreachable" in done.stderr
    assert list(DirtyKPI.objects.values_list("kpi_key", flat=True)) == [city.budget.pk]
    roll_up_dirty(AS_OF)
    row = CellYear.objects.get(kpi=city.budget, department=city["city"], fiscal_year=2026)
    assert 5.0 in row.value


def test_a_thousand_changes_are_one_computation(city: City) -> None:
    roll_up_dirty(AS_OF)
    RollupRun.objects.all().delete()
    for value in range(20):
        record_measurements(
            by=None, rows=[Entry(city.complaints.pk, city["roads"].pk, month(2026, 1), float(value))]
        )
    roll_up_dirty(AS_OF)
    roll_up_dirty(AS_OF)
    assert list(RollupRun.objects.values_list("kpis", flat=True)) == [1]
