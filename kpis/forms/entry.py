"""Entering one value."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kpis.engine.frequency import Frequency
from kpis.engine.period_text import ACCEPTED
from kpis.intake import RawValue
from kpis.models import KPI, Definition


class EnterValueForm(forms.Form):
    """One value of a KPI; what a row of a file holds, and checked in the same place (`kpis.intake`)."""

    # Not a ChoiceField: a department that is not the user's is forbidden, which is for `kpis.intake` to say.
    department = forms.CharField(label=_("Department"), max_length=40, widget=forms.Select)
    period = forms.CharField(label=_("Period"), max_length=40)
    value = forms.CharField(
        label=_("Value"),
        max_length=40,
        widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}),
    )
    note = forms.CharField(
        label=_("Note"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=2000, help_text=_("Where it corrects a value.")
    )

    def __init__(
        self, *args: Any, kpi: KPI, definition: Definition, departments: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kpi = kpi
        self.fields["department"].widget.choices = departments
        accepted = ACCEPTED[Frequency(definition.frequency)]
        self.fields["period"].help_text = _("Like %(accepted)s.") % {"accepted": accepted}
        if kpi.unit:
            self.fields["value"].label = _("Value in %(unit)s") % {"unit": kpi.unit}

    def raw_value(self) -> RawValue:
        """The valid form as a row for `kpis.intake`."""
        return RawValue(kpi=self.kpi.code, **self.cleaned_data)
