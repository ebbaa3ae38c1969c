"""`manage.py load_demo`: a city with three years of values, once."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F
from django.utils import timezone
from pytest_django import Settings

from comms.models import ReportRun
from core.errors import Refused
from core.models import OutboxEvent
from kpis.engine.frequency import Frequency
from kpis.models import KPI, CellYear, DirtyKPI, Measurement, SeriesTarget
from kpis.queries import calendar
from kpis.wording import last_ended
from org.actions import create_department
from org.enums import Role
from org.models import Department, Membership, Placement, User
from org.queries import department_tree
from risks.models import ContingencyPlan, RiskIndicator
from smo.demo.accounts import ACCOUNTS, PASSWORD
from smo.demo.loading import load
from strategy.models import Plan
from strategy.queries import current_plan, plan_structure
from strategy.scoring import read_scorecard


@pytest.fixture(autouse=True)
def demonstration(settings: Settings) -> None:
    """The demonstration, with a quick way to hash passwords."""
    settings.DEMO = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def printed() -> str:
    """What the command says."""
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue().strip()


def test_it_loads_a_city_with_a_plan_people_and_values(db: None) -> None:
    assert printed().startswith("The demonstration is loaded: ")

    tree = department_tree()
    assert (len(tree), max(node.depth for node in tree)) == (22, 3)
    assert User.objects.count() == 30
    assert {role for (role,) in Membership.objects.values_list("role").distinct()} == set(Role.values)
    structure = plan_structure(Plan.objects.get(code="harbour-city"))
    assert structure.plan.state == "active"
    counts = [len(each) for each in (structure.perspectives, structure.priorities, structure.objectives)]
    assert counts == [4, 4, 12]
    assert 40 <= KPI.objects.count() <= 50
    assert Measurement.objects.count() > 3000


def test_a_second_run_changes_nothing(db: None) -> None:
    load()
    before = (Measurement.objects.count(), SeriesTarget.objects.count(), OutboxEvent.objects.count())

    assert printed() == "The demonstration is loaded already."
    assert before == (
        Measurement.objects.count(),
        SeriesTarget.objects.count(),
        OutboxEvent.objects.count(),
    )


def test_the_accounts_sign_in_with_the_password_and_nobody_else_can(db: None) -> None:
    load()

    able = {user.email for user in User.objects.all() if user.has_usable_password()}
    assert able == {account.email for account in ACCOUNTS}
    assert all(User.objects.get(email=account.email).check_password(PASSWORD) for account in ACCOUNTS)


def test_its_scorecard_is_computed_and_neither_perfect_nor_hopeless(db: None) -> None:
    load()

    fiscal = calendar()
    period = fiscal.previous(fiscal.containing(timezone.localdate(), Frequency.QUARTER))
    plan = current_plan(User.objects.get(email="viewer@demo.example"))
    assert plan is not None
    card = read_scorecard(plan, Department.objects.get(code="city"), period)
    assert card.node.score.score is not None
    assert 50 < card.node.score.score < 75
    statuses = [line.cell.status.value for line in card.kpis]
    assert statuses.count("green") > 10
    assert statuses.count("amber") > 8
    assert statuses.count("red") >= 2
    assert not DirtyKPI.objects.exists()


def test_its_first_reports_wait_to_be_sent(db: None) -> None:
    load()

    runs = ReportRun.objects.select_related("definition").order_by("definition")
    assert [(run.definition.name, run.state) for run in runs] == [
        ("Harbour City 2030, monthly", "frozen"),
        ("Transport, weekly", "frozen"),
    ]
    assert all("Harbour City" in run.text for run in runs)


def test_nothing_is_left_to_tell_anybody(db: None) -> None:
    load()

    assert not OutboxEvent.objects.filter(delivered_at__isnull=True).exists()
    states = RiskIndicator.objects.order_by("state").values_list("state", flat=True)
    assert list(states) == ["calm"] * 4 + ["triggered", "warning"]  # of which nobody is told either
    called = ContingencyPlan.objects.get(state="called")
    assert called.risk.escalations.get(answered_at__isnull=True).reason == called.called_why


def test_yesterday_it_was_known_already(db: None) -> None:
    load()
    year_ago = timezone.now() - dt.timedelta(days=400)

    plan = Plan.objects.get(code="harbour-city")
    then, now = plan_structure(plan, known_at=year_ago), plan_structure(plan)
    assert len(then.objectives[0].kpi_links) == len(now.objectives[0].kpi_links) == 5
    assert then.weights != now.weights
    late = Measurement.objects.filter(known_to__isnull=False).select_related("kpi")
    assert late.count() > 10
    assert all(row.known_from < row.known_to <= timezone.now() for row in late)
    assert not Measurement.objects.exclude(entered_at=F("known_from")).exists()
    known_a_month_ago = Measurement.objects.known_at(timezone.now() - dt.timedelta(days=30))
    keys = [(row.kpi_id, row.department_id, row.period) for row in known_a_month_ago]
    assert len(keys) == len(set(keys)) > 2500


def test_a_department_moved_and_its_past_stayed(db: None) -> None:
    load()

    parents = Placement.objects.current().filter(department__code="parks").order_by("valid")
    assert [row.parent.code for row in parents if row.parent] == ["waste", "works"]


def test_on_a_later_day_the_new_values_come_in(db: None) -> None:
    load()
    values, targets = Measurement.objects.count(), SeriesTarget.objects.count()
    Measurement.objects.filter(kpi__code="cargo").update(value=1)

    loaded = load(now=timezone.now() + dt.timedelta(days=100))

    assert not loaded.new
    assert loaded.values > 200
    assert Measurement.objects.count() >= values + loaded.values
    assert SeriesTarget.objects.count() >= targets
    assert Measurement.objects.filter(kpi__code="cargo", value=1).count() > 30  # what people changed stays


def test_it_is_refused_outside_the_demonstration(db: None, settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="SMO_DEMO=1") as ended:
        printed()

    assert ended.value.returncode == 2
    assert not User.objects.exists()


def test_it_is_refused_where_there_is_something_else(db: None) -> None:
    create_department(by=None, code="shop", name="Shop")
    with pytest.raises(Refused, match="empty installation"):
        load()

    assert [department.code for department in Department.objects.all()] == ["shop"]


def test_cells_are_there_for_every_kpi(db: None) -> None:
    load()

    computed = set(CellYear.objects.values_list("kpi", flat=True))
    assert computed == set(KPI.objects.values_list("pk", flat=True))


def test_a_status_is_set_by_hand_beside_the_computed_one(db: None) -> None:
    load()
    today = timezone.localdate()
    period = last_ended(calendar(), Frequency.QUARTER, today)
    city = Department.objects.get(code="city")
    card = read_scorecard(Plan.objects.get(code="harbour-city"), city, period)
    line = next(line for line in card.kpis if line.kpi.code == "ferry-guests")
    assert line.cell.override is not None
    assert (line.cell.shown_status, line.cell.override.by != "") == ("amber", True)
