"""The column `objective` of KPI files."""

import pytest

from core.errors import Refused
from kpis.imports import import_kpis
from kpis.models import KPI
from org.actions import create_department
from org.models import User
from strategy.actions import add_objective, create_plan, set_plan_state
from strategy.models import Objective, ObjectiveKPI, Plan
from strategy.objective_column import link_objectives, objective_named


def links() -> list[tuple[str, str]]:
    """Current links as (KPI, objective) codes."""
    return sorted(ObjectiveKPI.objects.current().values_list("kpi__code", "objective__code"))


def test_a_kpi_file_links_a_kpi_to_its_objective(staff: User, objective: Objective) -> None:
    create_department(by=staff, code="city", name="City")
    file = (
        "code,name,direction,frequency,time_rollup,department_rollup,objective\n"
        "injuries,Injuries,down,month,sum,sum,o1\n"
    )
    first = import_kpis(by=staff, name="kpis.csv", data=file.encode())
    again = import_kpis(by=staff, name="kpis.csv", data=file.encode())

    assert (first.stored, first.faults, again.faults) == (True, [], [])
    assert links() == [("injuries", "O1")]


def test_an_unknown_objective_is_a_fault_of_its_line(staff: User, objective: Objective) -> None:
    create_department(by=staff, code="city", name="City")
    file = (
        "code,name,direction,frequency,time_rollup,department_rollup,objective\n"
        "injuries,Injuries,down,month,sum,sum,O9\n"
    )
    outcome = import_kpis(by=staff, name="kpis.csv", data=file.encode())

    assert [(fault.line, fault.field, fault.code) for fault in outcome.faults] == [
        (2, "objective", "unknown")
    ]
    assert not KPI.objects.exists()


def test_a_cell_may_name_several_objectives(staff: User, objective: Objective, kpi: KPI) -> None:
    add_objective(by=staff, plan=objective.plan, code="O2", name="Calm")

    assert link_objectives(by=staff, kpi=kpi, text="O1; O2")
    assert not link_objectives(by=staff, kpi=kpi, text="O2")
    assert links() == [("injuries", "O1"), ("injuries", "O2")]


def test_the_active_plan_comes_first_and_others_by_name(staff: User, objective: Objective) -> None:
    other = create_plan(by=staff, name="Other", code="other")
    twin = add_objective(by=staff, plan=other, code="O1", name="Twin")
    with pytest.raises(Refused, match="other:O1, h30:O1"):
        objective_named("O1")
    assert objective_named("other:O1") == twin

    set_plan_state(by=None, plan=objective.plan, state="active")
    assert objective_named("O1") == objective


def test_an_archived_plan_has_no_objectives_to_link(staff: User, objective: Objective) -> None:
    Plan.objects.update(state="archived")
    with pytest.raises(Refused):
        objective_named("O1")
