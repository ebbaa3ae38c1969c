"""A risk in numbers, and what a run of the exposure counts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from org.forms.fields import DepartmentField
from risks.actions.exposure import FEWEST_YEARS, MOST_FACTOR, MOST_MONEY, MOST_SEED
from risks.enums import RiskKind, Spread
from risks.exposure.inputs import Scope
from risks.models import RiskCategory
from strategy.forms.fields import ShareField, TextField

_YEARS = ((10_000, _("10,000: a first look")), (100_000, "100,000"), (200_000, _("200,000: finer tails")))


class FactorField(forms.FloatField):
    """A share that may be above 1, as of a chance made larger; entered in per cent: 50 cleans to 0.5."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=100 * MOST_FACTOR, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A share as per cent; what was typed stays as it is."""
        return f"{value * 100:g}" if isinstance(value, float) else value

    def clean(self, value: Any) -> float | None:
        """Per cent as a share."""
        percent = super().clean(value)
        return None if percent is None else percent / 100


class AmountField(forms.FloatField):
    """An amount of money, not negative."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=MOST_MONEY, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Whole amounts without their “.0”."""
        return int(value) if isinstance(value, float) and value.is_integer() else value


class QuantityForm(forms.Form):
    """How likely a risk is in a year, and what it would cost or bring."""

    probability = ShareField(label=_("Probability in a year, %"))
    spread = forms.ChoiceField(
        label=_("How the impact is said"), choices=Spread.choices, widget=forms.RadioSelect
    )
    low = AmountField(label=_("Lowest, or the 5 % point"))
    likely = AmountField(label=_("Most likely"), required=False, help_text=_("Not used for lognormal."))
    high = AmountField(label=_("Highest, or the 95 % point"))
    after_probability = ShareField(
        label=_("Probability once the response is done, %"),
        required=False,
        help_text=_("Empty: as now."),
    )
    after_factor = FactorField(
        label=_("Impact once the response is done, % of now"), help_text=_("Empty: all of it.")
    )
    basis = TextField(
        label=_("What it rests on"),
        help_text=_("Such as: claims of ten years, an offer, three people's judgement."),
    )


class RunForm(forms.Form):
    """Which risks are simulated, over how many years, with which dice."""

    name = forms.CharField(label=_("Name"), max_length=200)
    department = DepartmentField(
        label=_("Department, and those below it"), empty=_("– all –"), required=False
    )
    category = forms.ModelChoiceField(
        RiskCategory.objects.all(), label=_("Category"), required=False, empty_label=_("– all –")
    )
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=(("", _("Threats and opportunities")), *RiskKind.choices)
    )
    years = forms.TypedChoiceField(
        label=_("Simulated years"), choices=_YEARS, coerce=int, initial=100 * FEWEST_YEARS
    )
    seed = forms.IntegerField(
        label=_("Seed of the dice"),
        min_value=0,
        max_value=MOST_SEED,
        initial=1,
        help_text=_("The same seed and risks give the same result."),
    )

    def clean(self) -> dict[str, Any]:
        """What the action takes: department, category and kind as one scope."""
        cleaned = super().clean() or {}
        parts = {name: cleaned.pop(name, None) for name in ("department", "category", "kind")}
        return cleaned | {"scope": Scope(parts["department"], parts["category"], parts["kind"] or "")}
