"""The alignment matrix: who owns, adopted and supports what, at which level; what is missing."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from kpis.actions import create_kpi
from strategy.actions.cascade import adopt_objective, begin_part, support_objective
from strategy.cascade.gaps import gaps_of
from strategy.cascade.matrix import Alignment, read_alignment
from strategy.models import SupportingDepartment
from tests.kpis.test_import_pages import browser
from tests.strategy.cascade.conftest import Cascade

MATRIX = "/strategy/alignment/h30/"


def shown(alignment: Alignment) -> dict[str, dict[str, str]]:
    """What each department with something has to do with each objective."""
    return {
        line.placed.objective.code: {
            cell.department.code: str(cell.tie.value) for cell in line.cells if cell.tie is not None
        }
        for line in alignment.lines
    }


def test_leading_supporting_and_adopting_stand_beside_each_other(cascade: Cascade) -> None:
    SupportingDepartment.objects.create(objective=cascade.objective("O2"), department=cascade.city["parks"])
    adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O2"))
    support_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"), name="Own")
    assert shown(read_alignment(cascade.strategy, cascade.staff, 3)) == {
        "O1": {"roads": "owns", "works": "supports"},
        "O2": {"health": "owns", "works": "adopts", "parks": "supports"},
        "O3": {},
    }


def test_what_has_no_column_counts_above_and_the_strongest_is_shown(cascade: Cascade) -> None:
    support_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"), name="Own")
    read = read_alignment(cascade.strategy, cascade.staff, 2)
    assert [node.code for node in read.departments] == ["works", "health"]
    assert shown(read) == {"O1": {"works": "owns"}, "O2": {"health": "owns"}, "O3": {}}


def test_support_by_way_of_another_department_counts(cascade: Cascade) -> None:
    roads = begin_part(by=cascade.head, part_of=cascade.strategy, department=cascade.city["roads"])
    works = adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O2"))
    adopt_objective(by=cascade.head, plan=roads, above=works)
    assert shown(read_alignment(cascade.strategy, cascade.staff, 3))["O2"] == {
        "health": "owns",
        "works": "adopts",
        "roads": "adopts",
    }


def test_a_draft_counts_for_who_may_know_of_it(cascade: Cascade) -> None:
    adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O2"))
    seen = [
        shown(read_alignment(cascade.strategy, user, 3))["O2"] for user in (cascade.head, cascade.city.viewer)
    ]
    assert seen == [{"health": "owns", "works": "adopts"}, {"health": "owns"}]


def test_it_finds_what_is_missing(cascade: Cascade) -> None:
    monthly = {"frequency": "month", "direction": "up", "time_rollup": "sum", "department_rollup": "sum"}
    create_kpi(by=None, code="stray", name="Stray", **monthly)
    support_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"), name="Own")
    adrift = support_objective(
        by=cascade.head, plan=cascade.works, above=cascade.objective("O1"), name="Lost"
    )
    adrift.contributes_to.all().delete()
    gaps = gaps_of(read_alignment(cascade.strategy, cascade.staff, 3), cascade.staff)
    assert [(gap.kind.value, gap.code) for gap in gaps] == [
        ("unsupported", "O2"),
        ("unsupported", "O3"),
        ("idle_department", "parks"),
        ("unmeasured", "O3"),
        ("unowned", "O3"),
        ("stray_kpi", "stray"),
        ("adrift", "D2"),
    ]


def test_the_page_says_it_in_words_and_offers_to_mend(cascade: Cascade) -> None:
    page = browser(cascade.staff).get(MATRIX, {"levels": "3"}).content.decode()
    assert "Objectives without an owner" in page
    assert "/strategy/departmental/begin/h30/?department=parks" in page
    assert ">Owns</span>" in page


def test_a_reader_is_offered_nothing_to_mend(cascade: Cascade) -> None:
    page = browser(cascade.city.viewer).get(MATRIX, {"levels": "3"}).content.decode()
    assert "/strategy/departmental/begin/" not in page


def test_it_is_a_file_too(cascade: Cascade) -> None:
    answer = browser(cascade.city.viewer).get(MATRIX, {"format": "csv"})
    assert answer.content.decode("utf-8-sig").splitlines() == [
        "code,name,perspective,priority,lead,owner,kpis,works,health",
        "O1,Objective O1,Customers,,roads,sam@city.example,2,owns,",
        "O2,Objective O2,Customers,,health,sam@city.example,1,,owns",
        "O3,Objective O3,Customers,,,,0,,",
    ]
    workbook = browser(cascade.city.viewer).get(MATRIX, {"format": "xlsx"})
    assert workbook.content[:2] == b"PK"


def test_it_asks_the_database_as_often_for_many_plans(cascade: Cascade) -> None:
    client = browser(cascade.staff)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(MATRIX, {"levels": "3"}).status_code == 200
        return len(queries)

    adopt_objective(by=cascade.head, plan=cascade.works, above=cascade.objective("O1"))
    asked()  # what is kept for a while is read once
    before = asked()
    for code in ("roads", "parks", "health"):
        plan = begin_part(by=cascade.staff, part_of=cascade.strategy, department=cascade.city[code])
        for above in ("O1", "O2"):
            adopt_objective(by=cascade.staff, plan=plan, above=cascade.objective(above))
    assert asked() == before


def rest(cascade: Cascade) -> Any:
    """The matrix by REST."""
    return browser(cascade.staff).get("/api/v1/alignment/h30/").json()


def test_rest_tells_every_tie(cascade: Cascade) -> None:
    support_objective(
        by=cascade.head, plan=cascade.works, above=cascade.objective("O1"), name="Own", note="Sooner"
    )
    body = rest(cascade)
    assert body["departments"] == ["works", "roads", "parks", "health"]
    assert body["objectives"][0] == {
        "code": "O1",
        "name": "Objective O1",
        "perspective": "customer",
        "owner": "sam@city.example",
        "lead": "roads",
        "kpis": 2,
        "ties": [
            {"department": "works", "tie": "supports", "objective": "h30-works:D1", "note": "Sooner"},
            {"department": "roads", "tie": "owns", "objective": None, "note": ""},
        ],
    }
    assert {"kind": "unowned", "objective": "h30:O3", "department": None, "kpi": None} in body["gaps"]
