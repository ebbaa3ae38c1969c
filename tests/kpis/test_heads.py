"""What heads of departments may define, and where they may set targets."""

from collections.abc import Callable

from kpis.actions import open_series
from kpis.models import KPI, CellTarget, Definition, Series, SeriesTarget
from tests.core.api.conftest import Caller
from tests.kpis.city import City
from tests.kpis.test_import_pages import browser
from tests.kpis.test_kpi_editing import NEW, posted


def test_a_head_defines_a_kpi_and_goes_on_with_it(city: City) -> None:
    head = browser(city.head_of_works)
    made = head.post("/performance/new-kpi/", NEW)
    kpi = KPI.objects.get(code="losses")
    opened = head.post("/performance/report-at/losses/", {"department": "roads", "weight": "1"})
    assert (made["Location"], kpi.owner, opened.status_code) == (
        "/performance/reported-by/losses/",
        city.head_of_works,
        302,
    )
    form = head.get("/performance/define/losses/").context["form"]
    changed = head.post("/performance/define/losses/", posted(form) | {"name": "Losses"})
    assert (changed.status_code, KPI.objects.get(code="losses").name) == (302, "Losses")


def test_a_head_opens_no_series_beside_the_own_departments(city: City) -> None:
    head = browser(city.head_of_works)
    head.post("/performance/new-kpi/", NEW)
    answer = head.post("/performance/report-at/losses/", {"department": "health", "weight": "1"})
    assert (answer.status_code, Series.objects.filter(kpi__code="losses").count()) == (403, 0)


def test_a_kpi_that_others_report_too_is_not_a_heads(city: City) -> None:
    head = browser(city.head_of_works)
    open_series(by=None, kpi=KPI.objects.get(code="budget"), department=city["roads"])
    assert [head.get(f"/performance/define/{code}/").status_code for code in ("complaints", "budget")] == [
        403,
        403,
    ]


def test_a_formula_is_the_strategy_offices(city: City) -> None:
    head = browser(city.head_of_works)
    head.post("/performance/new-kpi/", NEW)
    Definition.objects.filter(kpi__code="losses").update(kind="formula", formula="complaints / 2")
    assert head.get("/performance/define/losses/").status_code == 403


def test_a_head_sees_whose_targets_may_be_set(city: City) -> None:
    page = browser(city.head_of_works).get("/performance/reported-by/complaints/").content.decode()
    roads, health = (Series.objects.get(kpi=city.complaints, department=city[c]) for c in ("roads", "health"))
    addresses = [
        f"/performance/targets/complaints/#department-{each.department_id}" for each in (roads, health)
    ]
    shown = [f'href="{address}"' in page for address in addresses]
    assert shown == [True, False]
    assert "/performance/report-at/" not in page


def test_targets_are_set_within_the_own_departments_only(city: City, token_of: Callable[..., Caller]) -> None:
    head = token_of(city.head_of_works, "read", "write")
    row = {"kpi": "complaints", "period": "2026-03", "target": 5}
    both = head("PUT", "targets/", [row | {"department": "roads"}, row | {"department": "health"}])
    assert (both.status_code, [each["index"] for each in both.json()["errors"]]) == (403, [1])
    assert not SeriesTarget.objects.exists()
    assert head("PUT", "targets/", [row | {"department": "roads"}]).status_code == 200
    year = {"kpi": "complaints", "period": "2026", "target": 60}
    assert head("PUT", "cell-targets/", [year | {"department": "city"}]).status_code == 403
    assert head("PUT", "cell-targets/", [year | {"department": "works"}]).status_code == 200
    assert CellTarget.objects.get().department == city["works"]
