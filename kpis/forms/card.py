"""What people read about a KPI."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kpis.enums import DataQuality, Tendency
from kpis.forms.fields import NumberField, PersonField
from org.forms.fields import DayInput
from org.models import User


class CardForm(forms.Form):
    """Fields of `KPI`."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=300)
    unit = forms.CharField(
        label=gettext_lazy("Unit"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Like %, days or million EUR."),
    )
    decimals = forms.IntegerField(
        label=gettext_lazy("Decimals"),
        min_value=0,
        max_value=6,
        initial=1,
        help_text=gettext_lazy("As shown; values are kept exactly."),
    )
    owner = PersonField(
        label=gettext_lazy("Owner"),
        empty_label=gettext_lazy("– nobody yet –"),
        help_text=gettext_lazy("Answers for the result."),
    )
    tendency = forms.ChoiceField(
        label=gettext_lazy("Tells"),
        choices=Tendency.choices,
        initial=Tendency.LAGGING,
        help_text=gettext_lazy("Leading: before the result is there. Lagging: afterwards."),
    )
    approval_needed = forms.BooleanField(
        label=gettext_lazy("Values need approval"),
        required=False,
        help_text=gettext_lazy("They count once somebody else has approved them."),
    )
    purpose = forms.CharField(
        label=gettext_lazy("Purpose"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Which question it answers."),
    )
    method = forms.CharField(
        label=gettext_lazy("Method"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("What is counted and what is not."),
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Where the values come from."),
    )
    limits_of_use = forms.CharField(
        label=gettext_lazy("Limits of use"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("What must not be concluded from it."),
    )
    quality = forms.ChoiceField(
        label=gettext_lazy("Data quality"),
        required=False,
        choices=[("", gettext_lazy("– not rated –")), *DataQuality.choices],
    )
    quality_rated_on = forms.DateField(
        label=gettext_lazy("Rated on"),
        required=False,
        widget=DayInput(),
        help_text=gettext_lazy("Empty: today."),
    )
    stretch_target = NumberField(
        label=gettext_lazy("Stretch target"),
        required=False,
        help_text=gettext_lazy("What would be excellent. It is shown and does not count in scores."),
    )

    def __init__(self, *args: Any, owner: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = self.fields["owner"]
        assert isinstance(people, PersonField)
        people.offer(owner)
