"""A full rollup outside a transaction goes on two connections, and stores what one would."""

import datetime as dt

import pytest
from django.db import transaction

from kpis.actions import Entry, create_kpi, open_series, record_measurements, roll_up_all
from kpis.actions.rollup import CHUNK
from kpis.models import CellYear, DirtyKPI
from org.actions import create_department

KPIS = 3 * CHUNK + 1
AS_OF = dt.date(2026, 4, 30)
JANUARY = 2026 * 12


def stored() -> list[tuple[object, ...]]:
    """Every row of cells, without the order in which it was written."""
    columns = (
        "department_id",
        "fiscal_year",
        "kpi_id",
        "value",
        "score",
        "reported",
        "expected",
        "ytd_value",
    )
    return sorted(CellYear.objects.values_list(*columns), key=lambda row: row[:3])


@pytest.mark.django_db(transaction=True)
def test_two_connections_store_what_one_would() -> None:
    city = create_department(by=None, code="city", name="City")
    works = create_department(by=None, code="works", name="Works", parent=city)
    rules = {"frequency": "month", "direction": "up", "time_rollup": "sum", "department_rollup": "sum"}
    for i in range(KPIS):
        kpi = create_kpi(by=None, code=f"k{i}", name=f"K {i}", target=10.0, **rules)
        open_series(by=None, kpi=kpi, department=works, since=dt.date(2026, 1, 1))
        rows = [Entry(kpi.pk, works.pk, JANUARY + month, float(i + month)) for month in range(3)]
        record_measurements(by=None, rows=rows)
    assert roll_up_all(as_of=AS_OF) == KPIS
    on_two = stored()
    assert len(on_two) == 2 * KPIS
    assert not DirtyKPI.objects.exists()
    CellYear.objects.all().delete()
    with transaction.atomic():  # what is open is seen on its own connection only, so one does it all
        roll_up_all(as_of=AS_OF)
        on_one = stored()
    assert repr(on_two) == repr(on_one)  # NaN equals itself in writing only
