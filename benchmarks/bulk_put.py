"""10,000 values by one request, against a bare COPY of the same rows and the parsing of their JSON."""

import io
import json
from collections.abc import Callable

from django.db import connection, transaction
from django.test import Client

from benchmarks.databases import as_of, run_alone
from benchmarks.organisation_plan import somebody_of_the_office
from benchmarks.results import Figure
from benchmarks.timing import Candidate, interleave
from kpis.engine.frequency import Frequency, Period
from kpis.models import DirtyKPI, Measurement
from kpis.queries import calendar as fiscal_calendar
from org.actions import create_api_token

ROWS = 10_000
_COLUMNS = "kpi_id, department_id, period, value, note, reason, external_id, pending, known_from, entered_at"


def measure(runs: int) -> list[Figure]:
    """All rows new, in a month before all others; taken away after each run."""
    calendar = fiscal_calendar()
    last = calendar.containing(as_of(), Frequency.MONTH).ordinal
    month = last - 12 * 10
    keys = list(
        Measurement.objects.filter(period=last, known_to=None)
        .order_by("kpi_id", "department_id")
        .values_list("kpi_id", "department_id", "kpi__code", "department__code", "value")[:ROWS]
    )
    text = calendar.format(Period(Frequency.MONTH, month))
    body = json.dumps([{"kpi": k, "department": d, "period": text, "value": v} for _, _, k, d, v in keys])
    lines = "".join(f"{k}\t{d}\t{month}\t{v}\t\t\t\tf\t2026-01-01\t2026-01-01\n" for k, d, _, _, v in keys)

    def forget() -> None:
        Measurement.objects.filter(period=month).delete()
        DirtyKPI.objects.all().delete()
        run_alone("VACUUM kpis_measurement")
        run_alone("CHECKPOINT")

    times = interleave(
        runs,
        Candidate("copy", lambda: _copy(body, lines), forget),
        Candidate("put", _put(body, len(keys)), forget),
    )
    forget()
    raw = {"seconds": times.seconds, "rows": len(keys)}
    return [Figure("bulk_put_vs_copy", times.ratio("put", "copy"), 6, raw)]


def _copy(body: str, lines: str) -> None:
    json.loads(body)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.copy_expert(f"COPY kpis_measurement ({_COLUMNS}) FROM STDIN", io.StringIO(lines))


def _put(body: str, rows: int) -> Callable[[], None]:
    user = somebody_of_the_office()
    _token, secret = create_api_token(by=user, user=user, scopes=("read", "measurements:write"))
    client = Client(headers={"Authorization": f"Bearer {secret}"}, SERVER_NAME="localhost")

    def put() -> None:
        answer = client.put("/api/v1/measurements/", body, content_type="application/json")
        if answer.json() != {"new": rows, "corrected": 0, "unchanged": 0, "submitted": 0}:
            raise AssertionError(answer.content[:500])

    return put
