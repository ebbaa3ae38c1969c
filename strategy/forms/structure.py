"""Perspectives and priorities, and weights beside one another."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from org.validators import validate_code
from strategy.forms.fields import BeginningField, SinceField, TextField, WeightField


class CodeField(forms.CharField):
    """A code that is the part's own within its plan."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Code"),
            max_length=60,
            validators=[validate_code],
            help_text=_("Short, for files and links; no other in this plan has it."),
        )


class PerspectiveForm(forms.Form):
    """What is said of a perspective."""

    code = CodeField()
    name = forms.CharField(label=_("Name"), max_length=200)
    question = TextField(label=_("The question it answers"), rows=2)
    field_order = ["name", "code"]


class NewPerspectiveForm(PerspectiveForm):
    """A perspective and how much it counts."""

    weight = WeightField()
    since = BeginningField()


class PriorityForm(forms.Form):
    """What is said of a priority."""

    code = CodeField()
    name = forms.CharField(label=_("Name"), max_length=500)
    description = TextField(label=_("Description"))
    field_order = ["name", "code"]


@dataclass(frozen=True)
class Weighed:
    """Something that counts with a weight among others."""

    key: int
    name: str
    weight: float


class WeightsForm(forms.Form):
    """The weights of what stands side by side, from a day on: only their proportions matter."""

    def __init__(self, data: Any, *, parts: Iterable[Weighed]) -> None:
        super().__init__(data)
        for part in parts:
            self.fields[f"weight_{part.key}"] = WeightField(label=part.name, initial=part.weight)
        self.fields["since"] = SinceField()

    def weights(self) -> dict[int, float]:
        """The entered weight of each part by its key."""
        return {
            int(name.removeprefix("weight_")): weight
            for name, weight in self.cleaned_data.items()
            if name.startswith("weight_")
        }
