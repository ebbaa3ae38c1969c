"""What the strategy shows on a department's page."""

from django.test import Client

from kpis.actions import open_series, roll_up_all
from kpis.models import KPI
from org.actions import create_department
from org.models import User
from strategy.actions import link_kpi
from strategy.models import Objective, Plan


def test_a_department_shows_the_objectives_that_are_measured_there(
    staff: User, plan: Plan, objective: Objective, kpi: KPI
) -> None:
    city = create_department(by=staff, code="city", name="City")
    works = create_department(by=staff, code="works", name="Works", parent=city)
    create_department(by=staff, code="health", name="Health", parent=city)
    open_series(by=staff, kpi=kpi, department=works)
    link_kpi(by=staff, objective=objective, kpi=kpi)
    roll_up_all()
    client = Client()
    client.force_login(staff)

    shown = {
        code: len(client.get(f"/departments/{code}/").context["parts"])
        for code in ("city", "works", "health")
    }
    page = client.get("/departments/works/").content.decode()

    # its scores where something is measured, and its part in the strategy everywhere
    assert shown == {"city": 2, "works": 2, "health": 1}
    assert objective.name in page
    assert "?plan=h30&amp;department=works&amp;period=" in page
