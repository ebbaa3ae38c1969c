"""What has to be known of a whole file of initiatives."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from strategy.forms.fields import DayField


class WholeFileForm(forms.Form):
    """The year of the amounts, and the day of what is reported."""

    year = forms.IntegerField(
        label=_("Fiscal year of the amounts"), min_value=1990, max_value=2100, required=False
    )
    reported_on = DayField(label=_("Reported on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        kwargs.setdefault("initial", {"year": today.year, "reported_on": today})
        super().__init__(*args, **kwargs)
