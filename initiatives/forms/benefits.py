"""A benefit, and a look at one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.enums import Realised
from initiatives.models import Benefit
from kpis.models import KPI
from org.forms.fields import DepartmentField
from strategy.forms.fields import DayField, TextField
from strategy.forms.goals import PersonField
from strategy.forms.links import KpiField


class BenefitForm(forms.Form):
    """What it brings: a KPI moved, money a year, or words; only the name is needed."""

    name = forms.CharField(
        label=_("Benefit"), max_length=300, help_text=_("Such as: fewer buses stuck at the bridge.")
    )
    description = TextField(label=_("How it comes about"), rows=2)
    kpi = KpiField(
        label=_("KPI that moves"),
        queryset=KPI.objects.order_by("name"),
        required=False,
        empty_label=_("– none –"),
        help_text=_("Its values say what is realised."),
    )
    department = DepartmentField(
        label=_("Measured at"), empty=_("– the whole organisation –"), required=False
    )
    baseline = forms.FloatField(
        label=_("Before"), required=False, help_text=_("Empty: the KPI's value on the day below.")
    )
    baseline_on = DayField(
        label=_("Before, as of"), required=False, help_text=_("Empty: the start of the initiative.")
    )
    expected = forms.FloatField(
        label=_("Expected change"), required=False, help_text=_("In the KPI's unit; negative: less of it.")
    )
    money_a_year = forms.DecimalField(
        label=_("Money a year"), required=False, max_digits=16, decimal_places=2
    )
    due_on = DayField(label=_("By"), required=False)
    check_on = DayField(
        label=_("Look at it on"), required=False, help_text=_("Its owner is asked then what was realised.")
    )
    owner = PersonField(label=_("Owner"))

    def __init__(self, data: Any, *, benefit: Benefit | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if benefit is not None and benefit.owner_id is not None:
            self.fields["owner"] = PersonField(label=_("Owner"), kept=[benefit.owner_id])


class CheckForm(forms.Form):
    """What a look at a benefit found."""

    checked_on = DayField(label=_("As of"))
    verdict = forms.ChoiceField(label=_("Finding"), choices=Realised.choices, widget=forms.RadioSelect)
    realised = forms.FloatField(label=_("Change so far"), required=False)
    money = forms.DecimalField(label=_("Money a year"), required=False, max_digits=16, decimal_places=2)
    note = TextField(label=_("What was found, and what follows from it"), rows=3)
    check_on = DayField(label=_("Look again on"), required=False)
