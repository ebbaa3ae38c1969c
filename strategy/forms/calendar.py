"""A date of the strategy calendar."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from org.forms.fields import DepartmentField
from strategy.enums import DateKind, Repetition
from strategy.forms.fields import DayField, TextField
from strategy.forms.goals import PersonField
from strategy.models import Plan, StrategyDate
from strategy.queries import standing_plans


class StrategyDateForm(forms.Form):
    """What happens when, how often, and whom it concerns."""

    name = forms.CharField(label=_("What happens"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=DateKind.choices)
    starts_on = DayField(label=_("On"))
    ends_on = DayField(label=_("Until"), required=False, help_text=_("Only where it takes several days."))
    repeats = forms.ChoiceField(label=_("Comes back"), choices=Repetition.choices)
    repeats_until = DayField(
        label=_("For the last time on or before"), required=False, help_text=_("Empty: for ever.")
    )
    department = DepartmentField(label=_("Department"), empty=_("– the whole organisation –"), required=False)
    plan: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("Plan"),
        queryset=Plan.objects.none(),
        required=False,
        empty_label=_("– no plan –"),
        help_text=_("Only who may know of the plan sees the date."),
    )
    owner = PersonField(label=_("Who sees to it"))
    note = TextField(label=_("Note"))

    def __init__(self, data: Any, *, user: Any, date: StrategyDate | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["plan"].queryset = standing_plans(user)  # type: ignore[attr-defined]
        if date is not None and date.owner_id:
            self.fields["owner"] = PersonField(label=_("Who sees to it"), kept=[date.owner_id])
