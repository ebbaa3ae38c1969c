"""A plan with a KPI and values, a report about it, and a mail server on loopback."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django import Settings

from comms.actions import define_report
from comms.enums import PeriodRule
from comms.models import ReportDefinition
from comms.schedules import Schedule
from kpis.actions import Entry, create_kpi, open_series, record_measurements, roll_up_dirty
from kpis.engine.frequency import Frequency
from kpis.models import KPI
from kpis.queries import calendar
from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import User
from strategy.actions import add_objective, create_plan, link_kpi, set_plan_state
from strategy.models import Plan
from tests.installation import free_port


class Mailbox:
    """What a mail server was handed, and how it is to behave."""

    def __init__(self) -> None:
        self.messages: list[Envelope] = []
        self.refuse: set[str] = set()
        self.hang_up = False

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse some addresses."""
        if address in self.refuse:
            return "550 5.1.1 No such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take the message; perhaps hang up before saying so."""
        self.messages.append(envelope)
        if self.hang_up:
            server.transport.close()
        return "250 Taken"


@pytest.fixture
def mailbox(settings: Settings) -> Iterator[Mailbox]:
    """A real SMTP server on loopback, to which the installation sends its mail."""
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield box
    controller.stop()


@pytest.fixture
def staff(db: None) -> User:
    """A member of the strategy office."""
    user = create_user(by=None, email="staff@city.example", name="Sam Staff")
    grant_role(by=None, user=user, role=Role.SMO_STAFF)
    return user


@pytest.fixture
def executive(db: None) -> User:
    """An executive."""
    user = create_user(by=None, email="exec@city.example", name="Eve Exec")
    grant_role(by=None, user=user, role=Role.EXECUTIVE)
    return user


@pytest.fixture
def plan(staff: User) -> Plan:
    """An active plan with one objective, measured by one KPI that is off target last month."""
    city = create_department(by=None, code="city", name="City")
    kpi = create_kpi(
        by=staff,
        code="visits",
        name="Visits",
        unit="visits",
        decimals=0,
        frequency="month",
        direction="up",
        time_rollup="sum",
        department_rollup="sum",
        target=100.0,
        red_line=80.0,
    )
    open_series(by=staff, kpi=kpi, department=city, since=dt.date(2020, 1, 1))
    plan = create_plan(by=staff, name="Harbour 2030", code="h30")
    objective = add_objective(
        by=staff, plan=plan, code="O1", name="More visits", perspective=plan.perspectives.first()
    )
    link_kpi(by=staff, objective=objective, kpi=kpi, weight=1.0, since=dt.date(2020, 1, 1))
    set_plan_state(by=None, plan=plan, state="active")
    report_value(staff, 70.0)
    return plan


def report_value(by: User, value: float) -> None:
    """Record last month's visits and compute."""
    now = calendar()
    last = now.previous(now.containing(dt.date.today(), Frequency.MONTH))
    kpi = KPI.objects.get(code="visits")
    department = kpi.series.get().department_id
    record_measurements(by=by, rows=[Entry(kpi.pk, department, last.ordinal, value)])
    roll_up_dirty()


@pytest.fixture
def report(plan: Plan, staff: User, executive: User) -> ReportDefinition:
    """A weekly report to two people."""
    return define_report(
        by=staff,
        name="Weekly",
        plan=plan,
        period_rule=PeriodRule.LAST_MONTH,
        recipients=[staff, executive],
        schedule=Schedule(),
    )


def kpi_in(numbers: dict[str, Any]) -> dict[str, Any]:
    """The one KPI in a report's numbers."""
    kpis = [k for p in numbers["perspectives"] for o in p["objectives"] for k in o["kpis"]]
    assert len(kpis) == 1
    return kpis[0]
