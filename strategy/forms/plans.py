"""What a plan says of itself, and where it stands."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from strategy.enums import PlanState
from strategy.forms.fields import DayField, ShareField, TextField
from strategy.starting import TEMPLATES

# What a plan in this state means for the people who use the product.
MEANS: dict[str, Any] = {
    PlanState.DRAFT: _("Draft: only the office and the leadership see it"),
    PlanState.CONSULTATION: _("In consultation: department heads read it too"),
    PlanState.APPROVED: _("Approved: everybody reads it"),
    PlanState.ACTIVE: _("Active: it is the plan in force, and everybody reads it"),
    PlanState.ARCHIVED: _("Archived: it is history, and nobody can change it any more"),
}


class PlanForm(forms.Form):
    """Name, vision, mission, years."""

    name = forms.CharField(label=_("Name"), max_length=300)
    vision = TextField(label=_("Vision"), help_text=_("What will be true when the plan is reached."))
    vision_meaning = TextField(
        label=_("What the vision means"), help_text=_("In plain words, for everybody.")
    )
    mission = TextField(label=_("Mission"), help_text=_("What the organisation is for."))
    mission_meaning = TextField(
        label=_("What the mission means"), help_text=_("In plain words, for everybody.")
    )
    description = TextField(label=_("Description"))
    starts_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False)
    min_coverage = ShareField(
        label=_("Minimum coverage in %"),
        initial=0.5,
        help_text=_("Where fewer of the expected values are in, a score shows no colour."),
    )


class NewPlanForm(PlanForm):
    """A plan with its code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=60,
        required=False,
        help_text=_("Stands in links and files, and stays. Empty: made of the name."),
    )
    template = forms.ChoiceField(
        label=_("Begin from"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("A template brings perspectives, priorities and objectives to change at will."),
    )
    default_perspectives = forms.BooleanField(
        label=_("An empty plan begins with the four perspectives of the Balanced Scorecard"),
        required=False,
        initial=True,
        help_text=_("Customers, finance, internal processes, learning and growth; they can be changed."),
    )
    field_order = ["name", "code", "template", "default_perspectives"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.code, f"{each.name}: {each.for_whom}") for each in TEMPLATES]
        self.fields["template"].choices = [("", _("An empty plan")), *choices]  # type: ignore[attr-defined]


class StateForm(forms.Form):
    """The states that the user may move a plan to."""

    state = forms.ChoiceField(label=_("It becomes"), widget=forms.RadioSelect)
    reason = TextField(
        label=_("Reason"),
        help_text=_("Needed to approve over open objections, and to take back what was agreed."),
    )

    def __init__(self, data: Any, *, states: Sequence[str]) -> None:
        super().__init__(data)
        self.fields["state"].choices = [(state, MEANS[state]) for state in states]  # type: ignore[attr-defined]


class ValueForm(forms.Form):
    """Something the organisation stands for."""

    name = forms.CharField(label=_("Name"), max_length=300)
    description = TextField(label=_("What it means"))
