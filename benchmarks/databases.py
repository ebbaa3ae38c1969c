"""Databases of the benchmarks: made, migrated and filled, and dropped again."""

import contextlib
import datetime as dt
import os
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from kpis.management.commands.bench_data import last_whole_year
from kpis.models import KPI
from smo.launch.postgres import database_url

Size = tuple[int, int, int]
"""KPIs, departments that report, months."""


def name_of(size: Size) -> str:
    """The name of the database of this size."""
    return "smo_bench_" + "_".join(map(str, size))


@contextlib.contextmanager
def filled(*sizes: Size, keep: bool) -> Iterator[None]:
    """Work in a database of the last of these sizes; `switch_to` leads to the others."""
    own = connection.settings_dict["NAME"]
    made: list[str] = []
    try:
        for size in sizes:
            connection.settings_dict["NAME"] = own
            _make(size, keep)
            made.append(connection.settings_dict["NAME"])
        yield
    finally:
        _drop(made, own, keep)


def _make(size: Size, keep: bool) -> None:
    kpis, departments, months = size
    print(f"… {kpis} KPIs × {departments} departments × {months} months", flush=True)
    connection.settings_dict["TEST"]["NAME"] = name_of(size)
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=keep)
    if not KPI.objects.exists():
        call_command("bench_data", kpis=kpis, departments=departments, months=months)
    run_alone("VACUUM ANALYZE")


def _drop(names: Sequence[str], own: str, keep: bool) -> None:
    for name in names:
        switch_to(name)
        connection.creation.destroy_test_db(own, verbosity=0, keepdb=keep)
    switch_to(own)


def switch_to(name: str) -> None:
    """Work in another database from now on."""
    connection.close()
    connection.settings_dict["NAME"] = name


def environment() -> dict[str, str]:
    """The environment of a program that works in the present database."""
    url = os.environ.get("DATABASE_URL") or database_url(settings.VAR)
    server, _own = url.rsplit("/", 1)
    return {**os.environ, "DATABASE_URL": f"{server}/{connection.settings_dict['NAME']}"}


def run_alone(statement: str) -> None:
    """Run a statement outside any transaction."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


def as_of() -> dt.date:
    """The day as of which is computed: the last of the data, so that no empty year is computed with them."""
    return last_whole_year(timezone.localdate())
