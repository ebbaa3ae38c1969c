"""Rating, response, actions, controls, plans, indicators, reviews."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kpis.models import KPI
from org.forms.fields import DepartmentField
from risks.enums import (
    RESPONSES,
    Crossing,
    Knowledge,
    MitigationState,
    RatingKind,
    Response,
    ReviewOutcome,
    Side,
)
from risks.matrices import Cell, grid_of
from risks.models import ContingencyPlan, Risk, RiskFactor, RiskMatrix
from strategy.forms.fields import DayField, TextField
from strategy.forms.goals import PersonField
from strategy.forms.links import KpiField


class LevelField(forms.TypedChoiceField):
    """A level of the matrix in use, by its number and label."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)

    def offer(self, levels: list[dict[str, str]]) -> None:
        """Offer these levels, from the lowest."""
        numbered = [(at, f"{at} {each['label']}") for at, each in enumerate(levels, start=1)]
        self.choices = numbered if self.required else [("", "–"), *numbered]


class RateForm(forms.Form):
    """How likely, how grave, and why: a cell of the matrix, or the two levels as programs give them."""

    kind = forms.ChoiceField(
        label=_("Of which situation"), choices=RatingKind.choices, widget=forms.RadioSelect
    )
    cell = forms.ChoiceField(label=_("How likely, and how bad"), required=False)
    likelihood = LevelField(label=_("Likelihood"), required=False)
    impact = LevelField(label=_("Impact"), required=False)
    rationale = TextField(label=_("Why"))
    rated_on = DayField(label=_("As of"))
    knowledge = forms.ChoiceField(
        label=_("Strength of knowledge"), choices=[("", "–"), *Knowledge.choices], required=False
    )

    def __init__(self, *args: Any, matrix: RiskMatrix, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["likelihood"].offer(matrix.likelihoods)  # type: ignore[attr-defined]
        self.fields["impact"].offer(matrix.impacts)  # type: ignore[attr-defined]
        cells = [key_of(each) for row in grid_of(matrix) for each in row]
        self.fields["cell"].choices = [(key, key) for key in cells]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The levels of the cell; without one of them there is no rating."""
        data = super().clean() or {}
        cell = data.pop("cell", "")
        if cell:
            data["likelihood"], data["impact"] = (int(level) for level in cell.split("-"))
        said = bool(data.get("likelihood") and data.get("impact")) or bool(cell)
        if not said and not self.errors.keys() & {"cell", "likelihood", "impact"}:
            self.add_error("cell", _("Choose a cell of the matrix."))
        return data


def key_of(cell: Cell) -> str:
    """What a form calls a cell."""
    return f"{cell.likelihood}-{cell.impact}"


class ResponseForm(forms.Form):
    """What is done about it, and why."""

    response = forms.ChoiceField(label=_("Response"), widget=forms.RadioSelect)
    reason = TextField(label=_("Why"))
    accepted_until = DayField(
        label=_("Accepted until"), required=False, help_text=_("Only where it is accepted.")
    )

    def __init__(self, *args: Any, risk: Risk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(each, Response(each).label) for each in RESPONSES[risk.kind]]
        self.fields["response"].choices = offered  # type: ignore[attr-defined]


class MitigationForm(forms.Form):
    """An action and what it is to bring."""

    name = forms.CharField(label=_("Action"), max_length=300)
    description = TextField(label=_("Description"), rows=2)
    side = forms.ChoiceField(label=_("Side"), choices=Side.choices)
    owner = PersonField(label=_("Owner"))
    due_on = DayField(label=_("Due"), required=False)
    cost = forms.DecimalField(label=_("Cost"), required=False, max_digits=16, decimal_places=2)
    to_likelihood = LevelField(label=_("Likelihood afterwards"), required=False)
    to_impact = LevelField(label=_("Impact afterwards"), required=False)
    effect = TextField(label=_("Expected effect"), rows=2)
    state = forms.ChoiceField(label=_("State"), choices=MitigationState.choices)
    progress = forms.IntegerField(label=_("Progress in percent"), min_value=0, max_value=100, initial=0)

    def __init__(self, *args: Any, risk: Risk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        matrix = RiskMatrix.objects.filter(is_current=True).first() or RiskMatrix()
        self.fields["to_likelihood"].offer(matrix.likelihoods)  # type: ignore[attr-defined]
        self.fields["to_impact"].offer(matrix.impacts)  # type: ignore[attr-defined]


class FactorForm(forms.Form):
    """A cause or a consequence."""

    text = forms.CharField(label=_("Words"), max_length=300)
    side = forms.ChoiceField(label=_("Side"), choices=Side.choices)

    def __init__(self, *args: Any, risk: Risk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class ControlForm(forms.Form):
    """What is in place already."""

    name = forms.CharField(label=_("Control"), max_length=300)
    side = forms.ChoiceField(label=_("Side"), choices=Side.choices)
    factor = forms.ModelChoiceField(
        RiskFactor.objects.none(), label=_("Cause or consequence"), required=False, empty_label="–"
    )
    strength = forms.ChoiceField(
        label=_("How well it works"), choices=[("", "–"), *Knowledge.choices], required=False
    )
    owner = PersonField(label=_("Owner"))

    def __init__(self, *args: Any, risk: Risk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["factor"].queryset = risk.factors.all()  # type: ignore[attr-defined]


class PlanForm(forms.Form):
    """A plan for the case that it happens."""

    name = forms.CharField(label=_("Name"), max_length=300)
    trigger = TextField(label=_("Called up when"), rows=2)
    owner = PersonField(label=_("Owner"))
    resources = TextField(label=_("What it needs"), rows=2)
    cost = forms.DecimalField(label=_("Cost"), required=False, max_digits=16, decimal_places=2)
    tested_on = DayField(label=_("Tested on"), required=False)
    test_result = TextField(label=_("What the test showed"), rows=2)

    def __init__(self, *args: Any, risk: Risk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class StepForm(forms.Form):
    """A step of a plan."""

    plan = forms.ModelChoiceField(ContingencyPlan.objects.none(), label=_("Plan"), empty_label=None)
    name = forms.CharField(label=_("Step"), max_length=300)
    who = PersonField(label=_("Who"))
    within_hours = forms.IntegerField(label=_("Within hours"), required=False, min_value=0, max_value=10_000)

    def __init__(self, *args: Any, risk: Risk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = risk.contingency_plans.all()  # type: ignore[attr-defined]


class IndicatorForm(forms.Form):
    """A KPI that warns."""

    kpi = KpiField(label=_("KPI"), queryset=KPI.objects.order_by("name"))
    department = DepartmentField(
        label=_("Measured at"), empty=_("– the whole organisation –"), required=False
    )
    crossing = forms.ChoiceField(label=_("Warns"), choices=Crossing.choices)
    warning = forms.FloatField(label=_("Warning at"), required=False)
    trigger = forms.FloatField(label=_("Trigger at"))
    plan = forms.ModelChoiceField(
        ContingencyPlan.objects.none(), label=_("Calls up"), required=False, empty_label="–"
    )

    def __init__(self, *args: Any, risk: Risk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = risk.contingency_plans.all()  # type: ignore[attr-defined]


class ReviewForm(forms.Form):
    """What a look at a risk came to."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=ReviewOutcome.choices, widget=forms.RadioSelect)
    note = TextField(label=_("What was found"))
    next_review_on = DayField(
        label=_("Next review"), required=False, help_text=_("Empty: as its severity says.")
    )


class WordsForm(forms.Form):
    """A reason, an outcome or an answer."""

    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, label: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label


class DecideForm(forms.Form):
    """Whether a proposed rating is taken."""

    accepted = forms.TypedChoiceField(
        label=_("Decision"),
        choices=(("yes", _("Accept: it becomes the current rating")), ("no", _("Decline"))),
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    reason = TextField(label=_("Reason"))
