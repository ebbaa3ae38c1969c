"""A group that is affected, how ready it is, and an action for it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.enums import ActionState, Dimension
from initiatives.models import ReadinessAction
from org.forms.fields import DepartmentField
from strategy.forms.fields import DayField, TextField
from strategy.forms.goals import PersonField

IMPACTS = (
    ("", _("– not said –")),
    (1, _("1 – hardly anything")),
    (2, _("2 – a little")),
    (3, _("3 – some of the daily work")),
    (4, _("4 – most of the daily work")),
    (5, _("5 – nearly everything")),
)
RATINGS = (("", _("not rated")), (1, "1"), (2, "2"), (3, "3"), (4, "4"), (5, "5"))
QUESTIONS = {
    Dimension.AWARENESS: _("Do they know that it comes, and why?"),
    Dimension.DESIRE: _("Do they want it? What is in it for them?"),
    Dimension.KNOWLEDGE: _("Do they know how it works, and what they do then?"),
    Dimension.ABILITY: _("Can they do it, with the time and tools they have?"),
    Dimension.REINFORCEMENT: _("Is there something that keeps it up afterwards?"),
}


def _rating(dimension: Dimension) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=dimension.label,
        help_text=QUESTIONS[dimension],
        choices=RATINGS,
        coerce=int,
        empty_value=None,
        required=False,
    )


class GroupForm(forms.Form):
    """Who is affected and how; only the name is needed."""

    name = forms.CharField(
        label=_("Group"), max_length=200, help_text=_("Such as: bus drivers of lines 1 to 6.")
    )
    department = DepartmentField(label=_("Department"), empty=_("– none, or not of ours –"), required=False)
    people = forms.IntegerField(
        label=_("How many people"), required=False, min_value=0, max_value=100_000_000
    )
    impact = forms.TypedChoiceField(
        label=_("How much changes"), choices=IMPACTS, coerce=int, empty_value=None, required=False
    )
    change = TextField(label=_("What changes for them"), rows=2)
    resistance = TextField(
        label=_("Resistance, and why"), rows=2, help_text=_("What they say, and what they fear to lose.")
    )


class RatingForm(forms.Form):
    """How ready a group is, from 1 (not at all) to 5 (wholly)."""

    rated_on = DayField(label=_("As of"))
    awareness = _rating(Dimension.AWARENESS)
    desire = _rating(Dimension.DESIRE)
    knowledge = _rating(Dimension.KNOWLEDGE)
    ability = _rating(Dimension.ABILITY)
    reinforcement = _rating(Dimension.REINFORCEMENT)
    note = TextField(
        label=_("What it rests on"), rows=2, help_text=_("A survey, talks, what people do: where it shows.")
    )


class ActionForm(forms.Form):
    """Something done so that a group comes along."""

    name = forms.CharField(label=_("Action"), max_length=300)
    dimension = forms.ChoiceField(
        label=_("What it helps"), choices=[("", _("– not said –")), *Dimension.choices], required=False
    )
    owner = PersonField(label=_("Owner"), help_text=_("Finds it in My work."))
    due_on = DayField(label=_("Due"), required=False)
    state = forms.ChoiceField(label=_("State"), choices=ActionState.choices, initial=ActionState.OPEN)

    def __init__(self, data: Any, *, action: ReadinessAction | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if action is None:
            del self.fields["state"]
        elif action.owner_id is not None:
            self.fields["owner"] = PersonField(label=_("Owner"), kept=[action.owner_id])
