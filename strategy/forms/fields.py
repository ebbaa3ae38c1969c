"""Fields that several of the strategy's forms use."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from org.actions import FAR_PAST
from org.forms.fields import DayInput


class WeightField(forms.FloatField):
    """A relative weight of 0 or more, beginning with 1."""

    def __init__(self, **kwargs: Any) -> None:
        given: dict[str, Any] = {"label": _("Weight"), "min_value": 0, "initial": 1}
        super().__init__(**given | kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Whole weights without their “.0”."""
        return int(value) if isinstance(value, float) and value.is_integer() else value


class ShareField(forms.FloatField):
    """A share, entered in per cent: 50 cleans to 0.5."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=100, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A share as per cent; what was typed stays as it is."""
        return f"{value * 100:g}" if isinstance(value, float) else value

    def clean(self, value: Any) -> float | None:
        """Per cent as a share."""
        percent = super().clean(value)
        return None if percent is None else percent / 100


class TextField(forms.CharField):
    """Some lines of text."""

    def __init__(self, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class DayField(forms.DateField):
    """A day, with the browser's calendar."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=DayInput(), **kwargs)


class SinceField(DayField):
    """The day from which a change holds, beginning with today."""

    def __init__(self, **kwargs: Any) -> None:
        given: dict[str, Any] = {
            "label": _("From"),
            "initial": timezone.localdate,
            "help_text": _("What held before this day stays as it was."),
        }
        super().__init__(**given | kwargs)


class BeginningField(DayField):
    """The day from which something new holds; left empty, for all time."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Counts from"),
            required=False,
            help_text=_("Empty: for all periods, those before today too."),
        )

    def clean(self, value: Any) -> dt.date:
        """The day, else the far past."""
        day: dt.date | None = super().clean(value)
        return day or FAR_PAST
