"""Who reports a KPI: opening series, naming stewards, ending series."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from kpis.forms.fields import NumberField, PersonField
from kpis.models import Series
from org.forms.fields import DayInput, DepartmentField

_STEWARD_HELP = gettext_lazy("Reports the values; needs the role contributor or department head.")


class OpenSeriesForm(forms.Form):
    """A department that reports the KPI from a day on."""

    department = DepartmentField(label=gettext_lazy("Department"), empty=gettext_lazy("– choose –"))
    steward = PersonField(
        label=gettext_lazy("Steward"), empty_label=gettext_lazy("– nobody yet –"), help_text=_STEWARD_HELP
    )
    since = forms.DateField(
        label=gettext_lazy("From"),
        required=False,
        widget=DayInput(),
        help_text=gettext_lazy("Empty: always. Values are expected for periods that end from this day on."),
    )
    until = forms.DateField(
        label=gettext_lazy("Until before"),
        required=False,
        widget=DayInput(),
        help_text=gettext_lazy("The first day on which it no longer reports. Empty: open-ended."),
    )
    weight = NumberField(
        label=gettext_lazy("Weight"),
        initial=1.0,
        least=0,
        help_text=gettext_lazy("Counts where departments make a weighted mean."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = self.fields["steward"]
        assert isinstance(people, PersonField)
        people.offer()


class StewardForm(forms.Form):
    """The person who reports a series."""

    steward = PersonField(
        label=gettext_lazy("Steward"), empty_label=gettext_lazy("– nobody –"), help_text=_STEWARD_HELP
    )

    def __init__(self, data: Any, *, series: Series) -> None:
        super().__init__(data, initial={"steward": series.steward_id})
        people = self.fields["steward"]
        assert isinstance(people, PersonField)
        people.offer(series.steward)


class CloseSeriesForm(forms.Form):
    """The day from which a department no longer reports the KPI."""

    on = forms.DateField(
        label=gettext_lazy("From"),
        widget=DayInput(),
        initial=timezone.localdate,
        help_text=gettext_lazy("Periods that end before this day stay as they are."),
    )
