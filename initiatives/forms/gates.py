"""Asking at a gate, deciding there, and the criteria of gates."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.actions.gates import Answer
from initiatives.enums import GateOutcome, Stage
from initiatives.gates.moves import Move
from initiatives.models import GateCriterion
from strategy.forms.fields import DayField, TextField

MET = {"yes": True, "no": False, "": None}


class AskForm(forms.Form):
    """What is asked for at a gate, with an answer to each of its criteria."""

    to = forms.ChoiceField(widget=forms.HiddenInput)
    request = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}))
    decide_by = DayField(label=_("Decision wanted by"), required=False)

    def __init__(
        self, data: Any, *, move: Move, criteria: Sequence[GateCriterion], moves: Sequence[Move]
    ) -> None:
        super().__init__(data, initial={"to": move.after})
        self.criteria = list(criteria)
        fields: Any = self.fields
        fields["to"].choices = [(each.after, each.name) for each in moves]
        fields["request"].label = _("What is asked for, and why") if move.decided else _("Reason")
        if not move.decided:
            del self.fields["decide_by"]
        for each in self.criteria:
            self._add(each)

    def _add(self, criterion: GateCriterion) -> None:
        self.fields |= {
            f"met_{criterion.pk}": forms.ChoiceField(
                label=criterion.text,
                choices=[("yes", _("Met")), ("no", _("Not met")), ("", _("Cannot say"))],
                widget=forms.RadioSelect,
                required=False,
                initial="",
            ),
            f"note_{criterion.pk}": forms.CharField(label=_("Note"), max_length=500, required=False),
        }

    @property
    def rows(self) -> list[tuple[GateCriterion, forms.BoundField, forms.BoundField]]:
        """Each criterion with its two fields."""
        return [(each, self[f"met_{each.pk}"], self[f"note_{each.pk}"]) for each in self.criteria]

    def answers(self) -> dict[int, Answer]:
        """The answers by the criterion's id."""
        said = self.cleaned_data
        return {
            each.pk: Answer(MET[said[f"met_{each.pk}"]], said[f"note_{each.pk}"]) for each in self.criteria
        }


class DecisionForm(forms.Form):
    """What an executive decides at a gate."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            (GateOutcome.PASSED, _("It passes")),
            (GateOutcome.PASSED_IF, _("It passes with conditions")),
            (GateOutcome.RETURNED, _("It is returned")),
        ],
        widget=forms.RadioSelect,
    )
    reason = TextField(label=_("Reason"), rows=3, help_text=_("Needed where it is returned."))
    conditions = TextField(label=_("Conditions"), rows=2)


class CriterionForm(forms.Form):
    """What is asked before a stage."""

    to_stage = forms.ChoiceField(label=_("Before the stage"), choices=Stage.choices)
    text = forms.CharField(label=_("Criterion"), max_length=300)
    help = TextField(label=_("How to judge it"), rows=2)
    required = forms.BooleanField(label=_("Must be met"), required=False)


class KeptCriterionForm(CriterionForm):
    """With whether it is still asked."""

    asked = forms.BooleanField(label=_("Asked at its gate"), required=False)
