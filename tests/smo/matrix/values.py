"""The life of a value: who enters, approves and closes, by pages and by the API; and what there is to see."""

import io
from dataclasses import replace
from typing import Any

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from kpis.actions import (
    Entry,
    add_evidence,
    close_period,
    create_kpi,
    open_series,
    record_measurements,
    save_drafts,
)
from kpis.models import KPI, Measurement
from org.actions import create_user, grant_role
from org.enums import Role
from org.models import Department, User
from tests.kpis.files import PDF, PNG
from tests.smo.matrix.callers import (
    CONTRIBUTOR,
    EVERYONE,
    EXECUTIVE,
    HEAD,
    MEASURES,
    MEASURING,
    NOBODY,
    STAFF,
    WRITING,
)
from tests.smo.matrix.rows import Row, page, read, resource, write

APPROVES = (STAFF, HEAD)
SMO = (STAFF,)
KNOWS = (STAFF, EXECUTIVE, HEAD, CONTRIBUTOR)
ENTERING = (MEASURING, WRITING)
MARCH = 2026 * 12 + 2
AT_HEALTH = "beside one's department"


def hidden_from_others(row: Row) -> Row:
    """The row for a value at Health, of which neither the head of Works nor the steward of Roads know."""
    unknown = {each: 400 for each in (HEAD, CONTRIBUTOR) if row.expected[each] == 200}
    return replace(row, expected={**row.expected, **unknown}, variant=AT_HEALTH)


def entering(ids: str) -> Row:
    """What is done with a value by those who enter it."""
    return write("POST", MEASURES, ENTERING, 200, body={"ids": [ids]})


def deciding(ids: str, **more: str) -> Row:
    """What is done with a value by those who approve; never by a program."""
    return write("POST", APPROVES, NOBODY, 200, body={"ids": [ids], **more})


def upload(department: str, people: tuple[str, ...] = MEASURES) -> Row:
    """A file that is kept with a value of a department."""
    file = io.BytesIO(PNG)
    file.name = "desk.png"
    place = {"kpi": "complaints", "department": department, "period": "2026-03"}
    body = encode_multipart(BOUNDARY, {**place, "file": file})
    return write("POST", people, ENTERING, 201, body=body, content_type=MULTIPART_CONTENT)


VALUE_API: list[Row] = [
    *resource(
        "api-measurements-drafts",
        write(
            "PUT",
            MEASURES,
            ENTERING,
            200,
            body=[{"kpi": "checked", "department": "roads", "period": "2026-02", "value": 6}],
        ),
    ),
    *resource(
        "api-measurements-submit",
        entering("{draft}"),
        hidden_from_others(entering("{draft_at_health}")),
    ),
    *resource(
        "api-measurements-discard",
        entering("{waiting}"),
        hidden_from_others(entering("{waiting_at_health}")),
    ),
    *resource(
        "api-measurements-approve",
        deciding("{waiting}"),
        hidden_from_others(deciding("{waiting_at_health}")),
    ),
    *resource(
        "api-measurements-return",
        deciding("{waiting}", comment="Look again."),
        hidden_from_others(deciding("{waiting_at_health}", comment="Look again.")),
    ),
    *resource(
        "api-closings-list",
        read(),
        write("POST", (STAFF,), (WRITING,), 201, body={"period": "2020-Q1"}),
    ),
    *resource("api-closings-detail", read(), where={"ref": "{closing}"}),
    *resource(
        "api-closings-reopen",
        write("POST", (STAFF,), (WRITING,), 200, body={"reason": "Late forms."}),
        where={"ref": "{closing}"},
    ),
    *resource(
        "api-evidence-list",
        read(KNOWS),
        replace(upload("roads"), variant="within one's reach"),
        replace(upload("health", (STAFF,)), variant=AT_HEALTH),
    ),
    *resource("api-evidence-detail", read(KNOWS), where={"ref": "{evidence}"}),
    *resource("api-evidence-content", read(KNOWS), where={"ref": "{evidence}"}),
    *resource(
        "api-evidence-remove",
        write("POST", MEASURES, ENTERING, 200, body={"reason": "It names people."}),
        where={"ref": "{evidence}"},
    ),
]


AT_ROADS = "?department=roads&period=2026-03"
AT_HEALTH_QUERY = "?department=health&period=2026-03"
CHECKED = {"code": "checked"}
VALUE_PAGES: list[Row] = [
    *page("approvals", get=APPROVES, post=APPROVES),
    *page("reported_value", CHECKED, query=AT_ROADS, post=EVERYONE, variant="the page, and an empty deed"),
    *page("add_evidence", CHECKED, get=MEASURES, post=MEASURES, query=AT_ROADS, variant="within one's reach"),
    *page("add_evidence", CHECKED, get=SMO, post=SMO, query=AT_HEALTH_QUERY, variant=AT_HEALTH),
    *page("evidence_file", {"pk": "{evidence}"}, get=KNOWS),
    *page("remove_evidence", {"pk": "{evidence}"}, get=MEASURES, post=MEASURES),
    *page("periods"),
    *page("close_period", {"period": "2020-Q1"}, get=SMO, post=SMO, answer=302),
    *page("reopen_period", {"pk": "{closing}"}, get=SMO, post=SMO),
]


def make_values(people: dict[str, User], departments: dict[str, Department]) -> dict[str, Any]:
    """Values of a KPI that asks for approval, at Roads and at Health; and a closed quarter."""
    clerk = create_user(by=None, email="clerk@city.example", name="Clara Clerk")
    grant_role(by=None, user=clerk, role=Role.SMO_STAFF)
    kpi = create_kpi(
        by=None,
        code="checked",
        name="Checked complaints",
        frequency="month",
        direction="down",
        time_rollup="sum",
        department_rollup="sum",
        approval_needed=True,
    )
    names: dict[str, Any] = {}
    for code, suffix, steward in (("roads", "", people[Role.CONTRIBUTOR]), ("health", "_at_health", None)):
        department = departments[code]
        open_series(by=None, kpi=kpi, department=department, steward=steward)
        record_measurements(by=clerk, rows=[_entry(kpi, department, MARCH)])
        save_drafts(by=clerk, rows=[_entry(kpi, department, MARCH + 1)])
        rows = Measurement.objects.filter(kpi=kpi, department=department)
        names[f"waiting{suffix}"], names[f"draft{suffix}"] = rows.order_by("period").values_list(
            "pk", flat=True
        )
    names["evidence"] = add_evidence(
        by=clerk, kpi=kpi, department=departments["roads"], period=MARCH, name="desk.pdf", content=PDF
    ).pk
    names["closing"] = close_period(by=clerk, frequency="quarter", period=2025 * 4).pk
    return names


def _entry(kpi: KPI, department: Department, period: int) -> Entry:
    return Entry(kpi.pk, department.pk, period, 5.0)
