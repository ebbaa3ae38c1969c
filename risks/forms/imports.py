"""What has to be known of a whole file of risks."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from risks.models import RiskMatrix
from strategy.forms.fields import DayField


class WholeFileForm(forms.Form):
    """The matrix on which its levels are meant, and the day of ratings that have none."""

    matrix = forms.ModelChoiceField(
        RiskMatrix.objects.all(),
        label=_("Matrix of the ratings"),
        required=False,
        help_text=_("Levels count from 1, the lowest."),
    )
    rated_on = DayField(label=_("Rated on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        matrix = RiskMatrix.objects.filter(is_current=True).first()
        kwargs.setdefault(
            "initial", {"matrix": matrix.pk if matrix else None, "rated_on": timezone.localdate()}
        )
        super().__init__(*args, **kwargs)
