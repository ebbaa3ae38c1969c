"""A small city with something of everything that a route shows."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from comms.actions import define_report, run_report
from comms.enums import PeriodRule
from comms.schedules import Schedule
from kpis.actions import (
    CellTargetEntry,
    Entry,
    TargetEntry,
    add_benchmark,
    create_kpi,
    open_series,
    record_measurements,
    set_cell_targets,
    set_targets,
    split_baseline,
)
from kpis.models import KPI, CellTarget, Measurement, Series, SeriesTarget
from org.actions import create_api_token, create_department, create_user, grant_role
from org.enums import AccountKind, Role
from org.models import Department, User
from strategy.actions import (
    add_objective,
    add_perspective,
    add_priority,
    add_value,
    create_plan,
    link_cause,
    link_kpi,
    set_plan_state,
)
from strategy.enums import PlanState
from strategy.models import Plan
from tests.smo.matrix.callers import EVERYONE, MEASURING, READING, STRANGER, WRITING
from tests.smo.matrix.formulating import furnish
from tests.smo.matrix.initiatives import furnish_initiatives
from tests.smo.matrix.past import make_past
from tests.smo.matrix.risks import furnish_risks
from tests.smo.matrix.values import make_values

FEBRUARY = 2026 * 12 + 1
LONG_AGO = dt.date(2020, 1, 1)
PLACES = {Role.DEPARTMENT_HEAD: "works", Role.CONTRIBUTOR: "roads"}


@dataclass
class World:
    """What there is: callers by name, and the ids and references that addresses are made of."""

    callers: dict[str, Client] = field(default_factory=dict)
    names: dict[str, Any] = field(default_factory=dict)


def make_world() -> World:
    """Make everything with the actions of the product, as its people would."""
    world = World()
    departments = _departments()
    people = {role: _person(role, departments.get(PLACES.get(Role(role), ""))) for role in EVERYONE}
    world.names |= {f"{role}_id": user.pk for role, user in people.items()}
    world.names["membership"] = people[Role.VIEWER].memberships.get().pk
    world.callers |= {role: _session(user) for role, user in people.items()} | {STRANGER: Client()}
    _programs(world, people[Role.ADMINISTRATOR], departments)
    kpi = _measures(world, people, departments)
    world.names |= make_values(people, departments)
    world.names |= make_past(people[Role.SMO_STAFF], departments)
    plans = _plans(world, people[Role.SMO_STAFF], kpi)
    _report(world, people, plans[PlanState.ACTIVE])
    world.names |= furnish(people, plans)
    world.names |= furnish_initiatives(people, plans)
    world.names |= furnish_risks(people, plans)
    return world


def _departments() -> dict[str, Department]:
    made: dict[str, Department] = {}
    for code, above in [("city", ""), ("works", "city"), ("roads", "works"), ("health", "city")]:
        made[code] = create_department(by=None, code=code, name=code.title(), parent=made.get(above))
    return made


def _person(role: str, department: Department | None) -> User:
    user = create_user(
        by=None, email=f"{role}@city.example", name=role.title(), password=f"{role}-by-the-sea"
    )
    grant_role(by=None, user=user, role=role, department=department)
    return user


def _session(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


def _programs(world: World, by: User, departments: dict[str, Department]) -> None:
    """A token of each scope, one that is limited to a department, and a person's."""
    account = create_user(by=by, email="desk@city.example", name="Service desk", kind=AccountKind.SERVICE)
    grant_role(by=by, user=account, role=Role.SMO_STAFF)
    for caller in (READING, MEASURING, WRITING):
        token, secret = create_api_token(by=by, user=account, scopes=[caller.removeprefix("token: ")])
        world.callers[caller] = Client(headers={"Authorization": f"Bearer {secret}"})
        world.names["service_token"] = token.pk
    _limited, secret = create_api_token(
        by=by, user=account, scopes=["measurements:write"], department=departments["works"]
    )
    world.names["limited_secret"] = secret
    viewer = User.objects.get(email="viewer@city.example")
    own, _secret = create_api_token(by=viewer, user=viewer)
    world.names |= {"viewer_token": own.pk, "service_id": account.pk}


def _measures(world: World, people: dict[str, User], departments: dict[str, Department]) -> KPI:
    staff = people[Role.SMO_STAFF]
    kpi = create_kpi(
        by=staff,
        code="complaints",
        name="Complaints",
        frequency="month",
        direction="down",
        time_rollup="sum",
        department_rollup="sum",
        target=8.0,
        red_line=12.0,
    )
    stewards = {"roads": people[Role.CONTRIBUTOR], "health": None}
    for code, steward in stewards.items():
        open_series(by=staff, kpi=kpi, department=departments[code], steward=steward, since=LONG_AGO)
    roads = departments["roads"].pk
    record_measurements(by=staff, rows=[Entry(kpi.pk, roads, FEBRUARY, 7.0)])
    set_targets(by=staff, rows=[TargetEntry(kpi.pk, roads, FEBRUARY, target=6.0)])
    set_cell_targets(by=staff, rows=[CellTargetEntry(kpi.pk, roads, 2026, "year", target=70.0)])
    split = split_baseline(
        by=staff, kpi=kpi, department=departments["roads"], period="2025-06", reason="A new register"
    )
    benchmark = add_benchmark(by=staff, kpi=kpi, peer="Quay", period="2024", value=8.0, source="Yearbook")
    world.names |= {
        "department_id": roads,
        "kpi_id": kpi.pk,
        "series": Series.objects.get(department=roads).pk,
        "measurement": Measurement.objects.get().pk,
        "target": SeriesTarget.objects.get().pk,
        "cell_target": CellTarget.objects.get().pk,
        "benchmark": benchmark.pk,
        "split": split.pk,
        "health_series": Series.objects.get(department=departments["health"]).pk,
    }
    world.names["works_series"] = _measure_of_works(staff, departments)
    return kpi


def _measure_of_works(staff: User, departments: dict[str, Department]) -> int:
    """A KPI that only Roads, within Works, reports; returns its series."""
    counted = {"frequency": "month", "direction": "down", "time_rollup": "sum", "department_rollup": "sum"}
    kpi = create_kpi(by=staff, code="potholes", name="Potholes", **counted)
    return open_series(by=staff, kpi=kpi, department=departments["roads"], since=LONG_AGO).pk


def _plans(world: World, staff: User, kpi: KPI) -> dict[str, Plan]:
    """A plan in each state that is shown to others, with one of each part and two objectives."""
    plans = {}
    for state in (PlanState.DRAFT, PlanState.CONSULTATION, PlanState.ACTIVE):
        plan = create_plan(by=staff, name=f"Plan {state}", code=state, default_perspectives=False)
        perspective = add_perspective(by=staff, plan=plan, code="people", name="People")
        priority = add_priority(by=staff, plan=plan, code="calm", name="Calm water")
        objective = add_objective(
            by=staff, plan=plan, code="O1", name="Fewer faults", perspective=perspective, priority=priority
        )
        link_kpi(by=staff, objective=objective, kpi=kpi, weight=1.0, since=LONG_AGO)
        roads = Department.objects.get(code="roads")
        other = add_objective(by=staff, plan=plan, code="O2", name="Faults mended sooner", lead=roads)
        world.names[f"{state}_led"] = other.pk
        world.names[f"{state}_link"] = link_cause(by=staff, cause=other, effect=objective).pk
        world.names[f"{state}_value"] = add_value(by=staff, plan=plan, name="Candour").pk
        if state != PlanState.DRAFT:
            set_plan_state(by=None, plan=plan, state=state)
        world.names[f"{state}_objective"] = objective.pk
        world.names |= {f"{state}_perspective": perspective.pk, f"{state}_priority": priority.pk}
        plans[state] = plan
    return plans


def _report(world: World, people: dict[str, User], plan: Plan) -> None:
    """A report to the executive, sent once."""
    report = define_report(
        by=people[Role.SMO_STAFF],
        name="Weekly",
        plan=plan,
        period_rule=PeriodRule.LAST_MONTH,
        recipients=[people[Role.EXECUTIVE]],
        schedule=Schedule(),
    )
    run = run_report(report, "by hand", by=people[Role.SMO_STAFF])
    world.names |= {"report": report.pk, "run": run.pk}
