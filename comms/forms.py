"""The form of a performance report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from comms.enums import PeriodRule
from comms.models import ReportDefinition
from comms.schedules import Repeats, Schedule, Weekday
from org.forms.fields import DepartmentField
from org.models import User
from strategy.models import Plan


class ReportForm(forms.Form):
    """What is reported, to whom and when."""

    name = forms.CharField(label=_("Name"), max_length=200)
    plan = forms.ModelChoiceField(label=_("Plan"), queryset=Plan.objects.none(), empty_label=None)
    department = DepartmentField(label=_("Department"), empty=_("The whole organisation"), required=False)
    period_rule = forms.ChoiceField(label=_("Period"), choices=PeriodRule.choices)
    recipients = forms.ModelMultipleChoiceField(
        label=_("Recipients"),
        queryset=User.objects.none(),
        widget=forms.SelectMultiple({"size": 8}),
        help_text=_("Only people who may see the plan get it."),
    )
    repeats = forms.ChoiceField(label=_("Sent"), choices=Repeats.choices)
    weekday = forms.ChoiceField(
        label=_("On"), choices=Weekday.choices, help_text=_("Where it is sent every week.")
    )
    day_of_month = forms.IntegerField(
        label=_("On day"), min_value=1, max_value=28, help_text=_("Where it is sent every month.")
    )
    at = forms.TimeField(label=_("At"), widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    is_active = forms.BooleanField(label=_("Send on schedule"), required=False)

    def __init__(self, data: Any, *, plans: Any, report: ReportDefinition | None = None) -> None:
        super().__init__(data, initial=initial_of(report))
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]
        self.fields["recipients"].queryset = User.objects.filter(is_active=True, kind="person")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The schedule's parts become one `schedule`, as the action takes it."""
        data = super().clean() or {}
        if "at" in data and not self.errors:
            at = data.pop("at")
            parts = {name: data.pop(name) for name in ("repeats", "weekday", "day_of_month")}
            data["schedule"] = Schedule(**parts, hour=at.hour, minute=at.minute)
        return data


def initial_of(report: ReportDefinition | None) -> dict[str, Any]:
    """What the form begins with."""
    crontab = report.schedule.crontab if report is not None and report.schedule else None
    schedule = Schedule.of(crontab) if crontab else Schedule()
    initial: dict[str, Any] = {
        "repeats": schedule.repeats,
        "weekday": schedule.weekday,
        "day_of_month": schedule.day_of_month,
        "at": f"{schedule.hour:02d}:{schedule.minute:02d}",
        "is_active": True,
    }
    if report is not None:
        initial |= {
            "name": report.name,
            "plan": report.plan,
            "department": report.department.code if report.department else "",
            "period_rule": report.period_rule,
            "recipients": report.recipients.all(),
            "is_active": report.is_active,
        }
    return initial
