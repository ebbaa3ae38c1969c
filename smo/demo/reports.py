"""The demonstration's performance reports."""

from comms.actions import define_report, freeze
from comms.enums import PeriodRule
from comms.models import ReportDefinition
from comms.schedules import Repeats, Schedule, Weekday
from org.models import User
from smo.demo.people import Departments, People
from strategy.models import Plan


def store_reports(plan: Plan, departments: Departments, people: People, staff: User) -> None:
    """A monthly report to the executives, and a weekly one to the head of transport."""
    define_report(
        by=staff,
        name="Harbour City 2030, monthly",
        plan=plan,
        period_rule=PeriodRule.LAST_MONTH,
        recipients=[people["executive"], staff],
        schedule=Schedule(Repeats.MONTHLY, day_of_month=18, hour=7),
    )
    define_report(
        by=staff,
        name="Transport, weekly",
        plan=plan,
        department=departments["transport"],
        period_rule=PeriodRule.LAST_MONTH,
        recipients=[people["head"]],
        schedule=Schedule(Repeats.WEEKLY, weekday=Weekday.MONDAY, hour=7),
    )


def freeze_first_reports(by: User) -> None:
    """Freeze a first run of each, which the worker then sends; the scores have to be computed before."""
    for report in ReportDefinition.objects.order_by("pk"):
        freeze(by=by, definition=report, slot="first")
