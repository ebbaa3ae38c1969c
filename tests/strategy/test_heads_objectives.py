"""What heads of departments may change of the objectives that their departments lead."""

import pytest

from org.models import Department
from strategy.actions import add_objective, create_plan, link_kpi, set_plan_state
from strategy.enums import PlanState
from strategy.models import Objective, ObjectiveKPI, Plan
from tests.kpis.city import City, make_city
from tests.kpis.test_import_pages import browser
from tests.kpis.test_kpi_editing import posted


@pytest.fixture
def city(db: None) -> City:
    """The small city with a published plan: Roads leads O1, Health leads O2."""
    city = make_city()
    plan = create_plan(by=city.staff, name="Harbour 2030", code="h30")
    for code, lead in (("O1", "roads"), ("O2", "health")):
        objective = add_objective(by=city.staff, plan=plan, code=code, name=code, lead=city[lead])
        link_kpi(by=city.staff, objective=objective, kpi=city.complaints)
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    return city


def objective(code: str) -> Objective:
    """An objective of the plan."""
    return Objective.objects.get(code=code)


def test_a_head_says_better_what_a_department_below_leads(city: City) -> None:
    client, path = browser(city.head_of_works), f"/strategy/objective/{objective('O1').pk}/change/"
    form = client.get(path).context["form"]
    changed = client.post(path, posted(form) | {"description": "Safer streets", "lead": "health"})
    after = objective("O1")
    assert (changed.status_code, after.description, after.lead) == (302, "Safer streets", city["roads"])


def test_what_was_agreed_stays_in_a_plan_in_force(city: City) -> None:
    client, own = browser(city.head_of_works), objective("O1")
    path = f"/strategy/objective/{own.pk}/"
    client.post(f"{path}change/", {"name": "Safer streets", "code": "O1"})
    linked = client.post(f"{path}kpis/add/", {"kpi": city.budget.pk, "weight": "2"})
    assert linked.status_code == 409
    assert "changes by a revision" in linked.content.decode()
    assert "/kpis/add/" not in client.get(path).content.decode()
    assert (objective("O1").name, own.kpi_links.get().kpi) == ("O1", city.complaints)


def test_a_head_says_what_measures_it_while_the_plan_is_discussed(city: City) -> None:
    Plan.objects.update(state=PlanState.CONSULTATION)
    client = browser(city.head_of_works)
    client.post(f"/strategy/objective/{objective('O1').pk}/kpis/add/", {"kpi": city.budget.pk, "weight": "2"})
    linked = ObjectiveKPI.objects.current().filter(objective__code="O1").values_list("kpi__code", flat=True)
    assert set(linked) == {"complaints", "budget"}


def test_the_page_offers_a_head_what_may_be_changed(city: City) -> None:
    client = browser(city.head_of_works)
    own, other = (client.get(f"/strategy/objective/{objective(code).pk}/") for code in ("O1", "O2"))
    offered = [f"/strategy/objective/{objective(code).pk}/change/" for code in ("O1", "O2")]
    assert [url in page.content.decode() for url, page in zip(offered, (own, other), strict=True)] == [
        True,
        False,
    ]
    assert "/place/" not in own.content.decode()


def test_an_objective_without_a_lead_is_the_strategy_offices(city: City) -> None:
    Objective.objects.filter(code="O1").update(lead=None)
    path = f"/strategy/objective/{objective('O1').pk}/change/"
    assert browser(city.head_of_works).get(path).status_code == 403


def test_a_department_that_left_the_tree_is_nobodys(city: City) -> None:
    left = Department.objects.create(code="gone", name="Gone")
    Objective.objects.filter(code="O1").update(lead=left)
    path = f"/strategy/objective/{objective('O1').pk}/change/"
    assert browser(city.head_of_works).get(path).status_code == 403
