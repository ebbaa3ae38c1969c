"""Databases of the benchmarks: made, migrated and filled, and dropped again."""

import contextlib
import datetime as dt
from collections.abc import Iterator

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from kpis.management.commands.bench_data import last_whole_year
from kpis.models import KPI


@contextlib.contextmanager
def filled(kpis: int, departments: int, months: int, *, keep: bool) -> Iterator[None]:
    """Work in a database of this size."""
    own = connection.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"smo_bench_{kpis}_{departments}_{months}"
    print(f"… {kpis} KPIs × {departments} departments × {months} months", flush=True)
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=keep)
    try:
        if not KPI.objects.exists():
            call_command("bench_data", kpis=kpis, departments=departments, months=months, verbosity=0)
        run_alone("VACUUM ANALYZE")
        yield
    finally:
        connection.creation.destroy_test_db(own, verbosity=0, keepdb=keep)


def run_alone(statement: str) -> None:
    """Run a statement outside any transaction."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


def as_of() -> dt.date:
    """The day as of which is computed: the last of the data, so that no empty year is computed with them."""
    return last_whole_year(timezone.localdate())
