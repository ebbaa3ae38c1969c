"""Defining performance reports and their schedules."""

import json
from collections.abc import Sequence

from django_celery_beat.models import PeriodicTask

from comms.models import ReportDefinition
from comms.schedules import Schedule
from core.actions import action
from org.models import Department, User
from strategy.models import Plan


@action
def define_report(
    *,
    by: User | None,
    name: str,
    plan: Plan,
    department: Department | None = None,
    period_rule: str,
    recipients: Sequence[User] = (),
    schedule: Schedule,
    is_active: bool = True,
) -> ReportDefinition:
    """Define a report; while active, beat has it run on its schedule."""
    report = ReportDefinition.objects.create(
        name=name, plan=plan, department=department, period_rule=period_rule, is_active=is_active, owner=by
    )
    report.recipients.set(recipients)
    _schedule(report, schedule)
    return report


@action
def change_report(
    *,
    by: User | None,
    report: ReportDefinition,
    name: str,
    plan: Plan,
    department: Department | None,
    period_rule: str,
    recipients: Sequence[User],
    schedule: Schedule,
    is_active: bool,
) -> ReportDefinition:
    """Change a report; runs that were sent stay as they were."""
    report.name, report.plan, report.department = name, plan, department
    report.period_rule, report.is_active = period_rule, is_active
    report.save()
    report.recipients.set(recipients)
    _schedule(report, schedule)
    return report


@action
def remove_report(*, by: User | None, report: ReportDefinition) -> None:
    """End a report: it is not sent again; with runs it stays listed as inactive, since they stay readable."""
    if report.schedule is not None:
        report.schedule.delete()
    if report.runs.exists():
        ReportDefinition.objects.filter(pk=report.pk).update(is_active=False)
    else:
        report.delete()


def _schedule(report: ReportDefinition, schedule: Schedule) -> None:
    """Make beat's task say what the definition says. `save` tells beat that its schedule changed."""
    task, _created = PeriodicTask.objects.update_or_create(
        name=f"report {report.pk}",
        defaults={
            "task": "comms.run_report",
            "crontab": schedule.crontab(),
            "args": json.dumps([report.pk]),
            "enabled": report.is_active,
            "description": report.name,
        },
    )
    if report.schedule_id != task.pk:
        report.schedule = task
        report.save()
