"""The scorecard page of 400 KPIs against its bare queries and a bare template that prints the same cells."""

import io
from collections.abc import Callable
from typing import Any
from unittest import mock

from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.databases import as_of, run_alone
from benchmarks.organisation_plan import plan_of_everything, somebody_of_the_office
from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave
from kpis.actions import roll_up_all
from kpis.engine.frequency import Frequency
from kpis.models import DirtyKPI
from kpis.queries import calendar as fiscal_calendar
from kpis.store.binary_copy import copy_out
from org.models import Placement
from strategy.actions import set_plan_state
from strategy.presenters import rows_of
from strategy.scoring import read_scorecard

_BARE = Template(
    """<table>{% for row in rows %}<tr><td>{{ row.name }}</td><td>{{ row.unit }}</td><td>{{ row.actual }}</td>
<td>{{ row.target }}</td><td>{{ row.score }}</td><td>{{ row.status }}</td><td>{{ row.change }}</td>
<td>{{ row.trend|join:" " }}</td><td>{{ row.reported }}/{{ row.expected }}</td>
<td>{{ row.marks|join:" " }}</td></tr>{% endfor %}</table>"""
)


def measure(runs: int) -> list[Figure]:
    """The page as a signed-in person gets it."""
    roll_up_all(as_of())
    plan = plan_of_everything()
    if plan.state != "active":
        for state in ("consultation", "approved", "active"):
            set_plan_state(by=None, plan=plan, state=state)
    DirtyKPI.objects.all().delete()
    run_alone("VACUUM ANALYZE")
    period = fiscal_calendar().containing(as_of(), Frequency.MONTH)
    url = f"/performance/scorecard/?plan=bench&period={fiscal_calendar().format(period)}"
    client = Client(SERVER_NAME="localhost")
    client.force_login(somebody_of_the_office(), backend="org.sign_in.EmailBackend")
    page = _page(client, url)
    queries, copied = _captured(page)
    card = read_scorecard(plan, Placement.objects.get(parent=None).department, period)
    rows = rows_of(card)

    def bare() -> str:
        with connection.cursor() as cursor:
            for query in queries:
                cursor.execute(query)
                cursor.fetchall()
            for query in copied:
                cursor.copy_expert(query, io.BytesIO())
        return _BARE.render(Context({"rows": rows}))

    times = interleave(4 * runs, Candidate("bare", bare), Candidate("page", page))
    raw = {
        "seconds": times.seconds,
        "rows": len(rows),
        "queries": len(queries) + len(copied),
        "bytes": len(page()),
    }
    return [Figure("scorecard_vs_queries", times.ratio("page", "bare"), 3, raw)]


def _page(client: Client, url: str) -> Callable[[], bytes]:
    def get() -> bytes:
        answer = client.get(url)
        if answer.status_code != 200:
            raise AssertionError(f"{url}: {answer.status_code}")
        return answer.content

    return get


def _captured(page: Callable[[], bytes]) -> tuple[list[str], list[str]]:
    """The page's own queries: those that are executed, and those that are copied out."""
    copied: list[str] = []

    def record(cursor: Any, query: str, parameters: Any, *form: Any) -> Any:
        sql = cursor.mogrify(query, parameters).decode()
        copied.append(f"COPY ({sql}) TO STDOUT (FORMAT binary)")
        return copy_out(cursor, query, parameters, *form)

    with (
        mock.patch("kpis.cells.stored.copy_out", record),
        mock.patch("kpis.history.copy_out", record),
        CaptureQueriesContext(connection) as captured,
    ):
        page()
    return [sql for each in captured if (sql := each["sql"].strip()).startswith("SELECT")], copied
