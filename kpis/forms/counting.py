"""How a KPI is counted."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kpis.enums import DepartmentRollup, Frequency, Kind, MissingPolicy, OwnValue, TimeRollup
from kpis.forms.fields import ShareField


class CountingForm(forms.Form):
    """Fields of `Definition` about where values come from, periods, departments and what is missing."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Values are"), choices=Kind.choices, initial=Kind.REPORTED, required=False
    )
    formula = forms.CharField(
        label=gettext_lazy("Formula"),
        required=False,
        widget=forms.Textarea(
            {"rows": 3, "spellcheck": "false", "autocapitalize": "off", "class": "is-code"}
        ),
        help_text=gettext_lazy(
            "Codes of KPIs with + - * / ^, comparisons and if, min, max, abs, avg, coalesce; prev(code) is "
            "the period before. A code with signs of its own stands in brackets: [water-losses]."
        ),
    )
    frequency = forms.ChoiceField(
        label=gettext_lazy("Reported"), choices=Frequency.choices, initial=Frequency.MONTH
    )
    due_days = forms.IntegerField(
        label=gettext_lazy("Due after"),
        min_value=0,
        max_value=1000,
        initial=15,
        help_text=gettext_lazy("Days from a period's end until its value is late."),
    )
    time_rollup = forms.ChoiceField(
        label=gettext_lazy("Over time"),
        choices=TimeRollup.choices,
        help_text=gettext_lazy("How months make a quarter, and a year to date."),
    )
    department_rollup = forms.ChoiceField(
        label=gettext_lazy("Over departments"),
        choices=DepartmentRollup.choices,
        help_text=gettext_lazy("How those below make the value of the department above."),
    )
    own_value = forms.ChoiceField(
        label=gettext_lazy("A department's own value"),
        choices=OwnValue.choices,
        initial=OwnValue.ADDS,
        help_text=gettext_lazy("Where a department reports, and others below it do too."),
    )
    missing_policy = forms.ChoiceField(
        label=gettext_lazy("A missing value"), choices=MissingPolicy.choices, initial=MissingPolicy.LEAVE
    )
    carry_limit = forms.IntegerField(
        label=gettext_lazy("Carried for at most"),
        min_value=0,
        max_value=1000,
        required=False,
        help_text=gettext_lazy("Periods. Only where the last value is carried on."),
    )
    min_coverage = ShareField(
        label=gettext_lazy("Minimum coverage, %"),
        initial=0.5,
        help_text=gettext_lazy("With fewer of the expected values in, there is a score but no colour."),
    )

    def clean(self) -> dict[str, Any]:
        """A formula KPI has a formula; a limit belongs to values that are carried on, and they need one."""
        data = super().clean() or {}
        data["kind"] = data.get("kind") or Kind.REPORTED
        if data["kind"] == Kind.FORMULA and not (data.get("formula") or "").strip():
            self.add_error("formula", _("Write the formula."))
        if data.get("missing_policy") != MissingPolicy.CARRY:
            data["carry_limit"] = 0
        elif not data.get("carry_limit") and "carry_limit" not in self.errors:
            self.add_error("carry_limit", _("Say for how many periods the last value is carried on."))
        return data
