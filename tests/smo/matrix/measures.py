"""Defining KPIs, their benchmarks and targets: SMO staff; heads where only their departments report."""

from dataclasses import replace
from typing import Any

from tests.smo.matrix.callers import ADMINISTRATOR, EXECUTIVE, HEAD, STAFF, WRITING
from tests.smo.matrix.rows import FORBIDDEN, HIDDEN, NO_METHOD, Row, page, read, resource, write

SMO, HEADS = (STAFF,), (STAFF, HEAD)
OF_THE_CITY, OF_WORKS = {"code": "complaints"}, {"code": "potholes"}
COUNTED = {"frequency": "month", "direction": "up", "time_rollup": "sum", "department_rollup": "sum"}
AT_ROADS = {"kpi": "complaints", "department": "roads", "period": "2026-03"}
AT_HEALTH = {**AT_ROADS, "department": "health"}
BENCHMARK = {"peer": "Harbour City", "period": "2025", "value": 9, "source": "Yearbook"}
MADE = {"kpi": "complaints", "source_year": "2025", "year": "2026"}
SPREAD = {"kpi": "complaints", "year": "2026", "target": 60}


def by(people: tuple[str, ...], method: str, answer: int, body: Any, **more: Any) -> Row:
    """A call that these people, and programs of SMO staff that may write, are answered so."""
    return write(method, people, (WRITING,), answer, body=body, **more)


MEASURE_PAGES: list[Row] = [
    *page("add_kpi", get=HEADS, post=HEADS),
    *page("change_kpi", OF_THE_CITY, get=SMO, post=SMO, variant="reported beside one's department"),
    *page("change_kpi", OF_WORKS, get=HEADS, post=HEADS, variant="reported within one's reach"),
    *page("check_formula", get=None, post=HEADS, answer=200),
    *page("kpi_series", OF_THE_CITY, get=HEADS),
    *page("open_series", OF_THE_CITY, get=SMO, post=SMO, variant="reported beside one's department"),
    *page("open_series", OF_WORKS, get=HEADS, post=HEADS, variant="reported within one's reach"),
    *page("change_steward", {"pk": "{series}"}, get=HEADS, post=HEADS, variant="within one's reach"),
    *page("change_steward", {"pk": "{health_series}"}, get=SMO, post=SMO, variant="beside one's department"),
    *page("close_series", {"pk": "{series}"}, get=SMO, post=SMO, variant="of a KPI of others too"),
    *page("close_series", {"pk": "{works_series}"}, get=HEADS, post=HEADS, variant="of a KPI of one's own"),
    *page("edit_targets", {"pk": "{series}"}, get=HEADS, post=HEADS, variant="within one's reach"),
    *page("edit_targets", {"pk": "{health_series}"}, get=SMO, post=SMO, variant="beside one's department"),
    *page("target_grid", OF_THE_CITY, get=HEADS, post=HEADS, answer=302),
    *page("plan_targets", {**OF_THE_CITY, "how": "copy"}, get=HEADS, post=HEADS, answer=400),
    *page("kpi_duplicates", get=HEADS),
    *page("similar_kpis", get=HEADS),
    *page("split_baseline", OF_THE_CITY, get=SMO, post=SMO, variant="beside one's department"),
    *page("remove_split", {"pk": "{split}"}, get=HEADS, post=HEADS, answer=302),
    *page("add_benchmark", OF_THE_CITY, get=SMO, post=SMO),
    *page("change_benchmark", {"pk": "{benchmark}"}, get=SMO, post=SMO),
    *page("remove_benchmark", {"pk": "{benchmark}"}, get=SMO, post=SMO, answer=302),
]
CHECKS = (STAFF, EXECUTIVE, HEAD)
PLAN_CHECKS: list[Row] = [
    *page("check_plan", {"code": "active"}, get=CHECKS, variant="active"),
    *[
        # An administrator may know of the draft.
        replace(
            row, expected={**row.expected, ADMINISTRATOR: FORBIDDEN if row.method == "GET" else NO_METHOD}
        )
        for row in page(
            "check_plan", {"code": "draft"}, get=(STAFF, EXECUTIVE), otherwise=HIDDEN, variant="draft"
        )
    ],
]
PLAN_FINDINGS: list[Row] = resource("api-plans-findings", read(CHECKS), where={"ref": "active"})
MEASURE_API: list[Row] = [
    *resource(
        "api-kpis-list",
        read(),
        by(HEADS, "POST", 201, {"code": "visits", "name": "Visits", **COUNTED}),
        by(SMO, "PATCH", 200, [{"code": "complaints", "name": "Complaints received"}], variant="of the city"),
        by(HEADS, "PATCH", 200, [{"code": "potholes", "name": "Holes"}], variant="within one's reach"),
    ),
    *resource(
        "api-kpis-detail",
        read(),
        by(SMO, "PATCH", 200, {"name": "Complaints received"}),
        where={"ref": "complaints"},
    ),
    *resource("api-kpis-explain", read(), where={"ref": "complaints"}),
    *resource("api-kpis-signals", read(), where={"ref": "complaints"}),
    *resource("api-kpis-projection", read(), where={"ref": "complaints"}),
    *resource(
        "api-baseline-splits-list",
        read(),
        by(HEADS, "POST", 201, {**AT_ROADS, "reason": "A new form"}, variant="within one's reach"),
        by(SMO, "POST", 201, {**AT_HEALTH, "reason": "A new form"}, variant="beside one's department"),
        by(HEADS, "DELETE", 204, ["{split}"]),
    ),
    *resource("api-baseline-splits-detail", read(), by(HEADS, "DELETE", 204, None), where={"ref": "{split}"}),
    *resource("api-formula-checks-list", by(HEADS, "POST", 200, {"formula": "2 * complaints"})),
    *resource(
        "api-kpi-benchmarks-list",
        read(),
        by(SMO, "POST", 201, {"kpi": "complaints", **BENCHMARK}, variant="of the city"),
        by(HEADS, "POST", 201, {"kpi": "potholes", **BENCHMARK}, variant="within one's reach"),
        by(SMO, "PATCH", 200, [{"id": "{benchmark}", "value": 8}]),
        by(SMO, "DELETE", 204, ["{benchmark}"]),
    ),
    *resource(
        "api-kpi-benchmarks-detail",
        read(),
        by(SMO, "PATCH", 200, {"value": 8}),
        by(SMO, "DELETE", 204, None),
        where={"ref": "{benchmark}"},
    ),
    *resource(
        "api-series-list",
        read(),
        by(SMO, "POST", 201, {"kpi": "complaints", "department": "works"}, variant="of a KPI of others too"),
        by(HEADS, "POST", 201, {"kpi": "potholes", "department": "works"}, variant="within one's reach"),
        by(SMO, "POST", 201, {"kpi": "potholes", "department": "city"}, variant="beside one's department"),
        by(HEADS, "PATCH", 200, [{"id": "{series}", "steward": None}]),
        by(SMO, "DELETE", 204, ["{series}"]),
    ),
    *resource(
        "api-series-detail",
        read(),
        by(HEADS, "PATCH", 200, {"steward": "viewer@city.example"}),
        by(SMO, "DELETE", 204, None),
        where={"ref": "{series}"},
    ),
    *resource(
        "api-targets-list",
        read(),
        by(HEADS, "PUT", 200, [{**AT_ROADS, "target": 5}], variant="within one's reach"),
        by(SMO, "PUT", 200, [{**AT_HEALTH, "target": 5}], variant="beside one's department"),
    ),
    *resource("api-targets-copy", by(HEADS, "POST", 200, MADE)),
    *resource("api-targets-grow", by(HEADS, "POST", 200, {**MADE, "percent": 5})),
    *resource(
        "api-targets-spread",
        by(HEADS, "POST", 200, {**SPREAD, "department": "roads"}, variant="within one's reach"),
        by(SMO, "POST", 200, {**SPREAD, "department": "health"}, variant="beside one's department"),
    ),
    *resource("api-targets-detail", read(), where={"ref": "{target}"}),
    *resource(
        "api-cell-targets-list",
        read(),
        by(
            HEADS,
            "PUT",
            200,
            [{**AT_ROADS, "department": "works", "target": 5}],
            variant="within one's reach",
        ),
        by(
            SMO,
            "PUT",
            200,
            [{**AT_ROADS, "department": "city", "target": 5}],
            variant="beside one's department",
        ),
    ),
    *resource("api-cell-targets-detail", read(), where={"ref": "{cell_target}"}),
]
