"""When a KPI is on target: its direction, and the lines that belong to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kpis.enums import Direction
from kpis.forms.fields import NumberField, ShareField
from kpis.validators import BAND, LINE, foreign_line_text


class LinesForm(forms.Form):
    """Fields of `Definition` that scores are made of; they hold where a series has no target of its own."""

    direction = forms.ChoiceField(
        label=gettext_lazy("Direction"), choices=Direction.choices, initial=Direction.UP
    )
    tolerance = ShareField(
        label=gettext_lazy("Tolerance, %"),
        initial=0.1,
        most=10_000,
        help_text=gettext_lazy("Where no red line is given, it lies this far beyond the target."),
    )
    target = NumberField(label=gettext_lazy("Target"), required=False)
    red_line = NumberField(label=gettext_lazy("Red line"), required=False)
    best = NumberField(label=gettext_lazy("Best"), required=False, help_text=gettext_lazy("Scores 100."))
    worst = NumberField(label=gettext_lazy("Worst"), required=False, help_text=gettext_lazy("Scores 0."))
    low = NumberField(label=gettext_lazy("Band from"), required=False)
    high = NumberField(label=gettext_lazy("Band to"), required=False)
    red_low = NumberField(label=gettext_lazy("Red line below"), required=False)
    red_high = NumberField(label=gettext_lazy("Red line above"), required=False)

    def clean(self) -> dict[str, Any]:
        """Lines of the other direction: emptied where they were left over, refused where they were typed."""
        data = super().clean() or {}
        is_band = data.get("direction") == Direction.BAND
        for name in (*LINE, "stretch_target") if is_band else BAND:
            if data.get(name) is not None and name in self.changed_data:
                self.add_error(name, foreign_line_text(is_band))
            if name in self.fields:
                data[name] = None
        return data
