"""Loading the demonstration once, and letting it go on afterwards."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Refused
from core.models import OutboxEvent
from kpis.actions import roll_up_all
from kpis.models import KPI
from kpis.queries import calendar as fiscal_calendar
from org.models import Department, User
from risks.actions.indicators import look_at_indicators
from smo.demo import plan as content
from smo.demo.accounts import DOMAIN
from smo.demo.approving import ask_for_approval, close_quarters
from smo.demo.backdating import entered_when_known, known_since
from smo.demo.baselines import begin_baselines
from smo.demo.cards import agree_on_a_year, rate_kpis
from smo.demo.formulating import store_strategy_work
from smo.demo.formulating.scene import Scene
from smo.demo.history import start_of
from smo.demo.initiatives import store_initiatives
from smo.demo.judging import judge_by_hand
from smo.demo.measuring import histories, open_all, store_kpis, store_targets, store_values
from smo.demo.people import Departments, People, move_a_department, store_departments, store_people
from smo.demo.reports import freeze_first_reports, store_reports
from smo.demo.risks import store_risks
from smo.demo.strategy import store_plan, weigh_perspectives_anew
from strategy.actions.analysis import pull_wires
from strategy.models import Plan


@dataclass(frozen=True)
class Loaded:
    """What `load` did: whether the demonstration was new, and how many values were added."""

    new: bool
    values: int


@transaction.atomic
def load(now: dt.datetime | None = None) -> Loaded:
    """Load the demonstration; where it is loaded, add the values that came due since. All or nothing.

    Raises Refused outside the demonstration, and where the installation holds something else.
    """
    if not settings.DEMO:
        raise Refused(
            _("The demonstration is loaded only where SMO_DEMO=1 is set: its accounts have a known password.")
        )
    started = timezone.now()
    moment = now or started
    plan = Plan.objects.filter(code=content.CODE, extra__has_key="demo").first()
    if plan is None and Department.objects.exists():
        raise Refused(
            _("There are departments already; the demonstration is loaded into an empty installation only.")
        )
    values = _load_anew(by=None, now=moment) if plan is None else _go_on(by=None, plan=plan, now=moment)
    if values:
        entered_when_known(stored_after=started)
        roll_up_all(as_of=timezone.localdate(moment))
        pull_wires(today=timezone.localdate(moment))
        look_at_indicators(today=timezone.localdate(moment))
    if plan is None:
        freeze_first_reports(User.objects.get(email=f"smo@{DOMAIN}"))
    # Everything is computed: nobody needs to be told of what was loaded.
    OutboxEvent.objects.filter(happened_at__gte=started).update(delivered_at=timezone.now())
    return Loaded(new=plan is None, values=values)


@action
def _load_anew(*, by: User | None, now: dt.datetime) -> int:
    """Everything as it was three years ago, then what changed since, each known since its day."""
    started = timezone.now()
    today = timezone.localdate(now)
    departments = store_departments()
    people = store_people(departments)
    staff = people["smo"]
    kpis = store_kpis(people, staff)
    series = histories(fiscal_calendar(), today)
    open_all(series, kpis, departments, people, staff)
    store_targets(series, kpis, departments, staff, until=_year_end(today))
    plan = store_plan(departments, people, kpis, staff, today)
    store_reports(plan, departments, people, staff)
    known_since(_noon(start_of(today) - dt.timedelta(days=30)), stored_after=started)

    new_year = dt.date(today.year, 1, 1)
    changed = timezone.now()
    weigh_perspectives_anew(plan, staff, new_year)
    known_since(_noon(new_year - dt.timedelta(days=16)), stored_after=changed)

    changed = timezone.now()
    day = move_a_department(departments, staff, today)
    known_since(_noon(day - dt.timedelta(days=10)), stored_after=changed)
    values = store_values(series, kpis, departments, people, now)
    ask_for_approval(kpis, departments, people)
    close_quarters(people, today)
    begin_baselines(kpis, departments, staff, today)
    judge_by_hand(kpis, departments, staff, today)
    rate_kpis(kpis, staff, today)
    agree_on_a_year(kpis, departments["city"], staff, today)
    scene = Scene(plan, departments, people, kpis, today)
    store_strategy_work(scene)
    store_initiatives(scene)
    store_risks(scene)
    return values


@action
def _go_on(*, by: User | None, plan: Plan, now: dt.datetime) -> int:
    """Add the values that came due since, and the targets of a new year; what people changed stays."""
    today = timezone.localdate(now)
    loaded_on = dt.date.fromisoformat(plan.extra["demo"]["loaded_on"])
    departments: Departments = {each.code: each for each in Department.objects.all()}
    people: People = {
        user.email.removesuffix(f"@{DOMAIN}"): user
        for user in User.objects.filter(email__endswith=f"@{DOMAIN}")
    }
    kpis = {kpi.code: kpi for kpi in KPI.objects.all()}
    series = histories(fiscal_calendar(), loaded_on)
    store_targets(series, kpis, departments, people["smo"], until=_year_end(today))
    return store_values(series, kpis, departments, people, now)


def _year_end(day: dt.date) -> dt.date:
    return dt.date(day.year, 12, 31)


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=timezone.get_current_timezone())
