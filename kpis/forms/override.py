"""Setting a status by hand and lifting it."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from kpis.actions.overrides import LONGEST
from kpis.enums import OverrideStatus
from org.forms.fields import DayInput

USUAL = dt.timedelta(days=90)


def _in_a_quarter() -> dt.date:
    return timezone.localdate() + USUAL


class OverrideForm(forms.Form):
    """What the status is, why, and until when that holds; `kpis.actions` checks it."""

    status = forms.ChoiceField(
        label=gettext_lazy("Status"), choices=OverrideStatus.choices, widget=forms.RadioSelect()
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Why the computed status misleads; everyone reads it beside the status."),
    )
    expires_on = forms.DateField(
        label=gettext_lazy("Holds until"),
        widget=DayInput(),
        initial=_in_a_quarter,
        help_text=gettext_lazy("After this day the computed status speaks again. At most a year ahead."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        limits = {"min": today.isoformat(), "max": (today + LONGEST).isoformat()}
        self.fields["expires_on"].widget.attrs.update(limits)


class LiftOverrideForm(forms.Form):
    """Why the computed status may speak again."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=2000, widget=forms.Textarea({"rows": 2})
    )
