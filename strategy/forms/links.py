"""What measures an objective, what it helps and what helps it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kpis.models import KPI
from strategy.enums import Influence
from strategy.forms.fields import BeginningField, SinceField, TextField, WeightField
from strategy.models import Objective
from strategy.validators import LONGEST_LAG


class KpiField(forms.ModelChoiceField):
    """A KPI by name, with its code beside it."""

    def label_from_instance(self, obj: KPI) -> str:
        """Several KPIs may be called alike; their codes differ."""
        return f"{obj.name} ({obj.code})"


class ObjectiveField(forms.ModelChoiceField):
    """An objective, with its code before it."""

    def label_from_instance(self, obj: Objective) -> str:
        """As people cite it: code, then claim."""
        return f"{obj.code} {obj.name}"


class LinkKpiForm(forms.Form):
    """A KPI that measures the objective."""

    kpi = KpiField(label=_("KPI"), queryset=KPI.objects.none())
    weight = WeightField(help_text=_("How much it counts beside the other KPIs of the objective."))
    since = BeginningField()

    def __init__(self, data: Any, *, kpis: Any) -> None:
        super().__init__(data)
        self.fields["kpi"].queryset = kpis  # type: ignore[attr-defined]


class UnlinkKpiForm(forms.Form):
    """The day from which a KPI measures the objective no longer."""

    since = SinceField(help_text=_("Scores of periods that ended before this day stay."))


class ClaimForm(forms.Form):
    """How one objective bears on another, when that shows, and why."""

    influence = forms.ChoiceField(
        label=_("Direction"), choices=Influence.choices, initial=Influence.HELPS, required=False
    )
    lag_months = forms.IntegerField(
        label=_("Shows after (months)"),
        required=False,
        min_value=0,
        max_value=LONGEST_LAG,
        help_text=_("How long it takes until the effect can be seen; empty where nobody knows."),
    )
    note = TextField(label=_("Why"), rows=2)

    def clean_influence(self) -> str:
        """Said nothing, it helps."""
        return self.cleaned_data["influence"] or Influence.HELPS


class CauseEffectForm(ClaimForm):
    """Another objective, and how one bears on the other."""

    objective = ObjectiveField(label=_("Objective"), queryset=Objective.objects.none())
    field_order = ("objective",)

    def __init__(self, data: Any, *, objectives: Any) -> None:
        super().__init__(data)
        self.fields["objective"].queryset = objectives  # type: ignore[attr-defined]


class ArrowForm(ClaimForm):
    """Two objectives of a plan, and how the first bears on the second."""

    cause = ObjectiveField(label=_("This objective"), queryset=Objective.objects.none())
    effect = ObjectiveField(label=_("bears on this one"), queryset=Objective.objects.none())
    field_order = ("cause", "effect")

    def __init__(self, data: Any, *, objectives: Any, **more: Any) -> None:
        super().__init__(data, **more)
        for name in self.field_order:
            self.fields[name].queryset = objectives  # type: ignore[attr-defined]
