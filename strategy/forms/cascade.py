"""Departmental and functional plans: begun, taken further, filled."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from org.enums import AccountKind
from org.forms.fields import DepartmentField
from org.models import User
from strategy.enums import ActivityState, PlanFunction, SupportKind
from strategy.forms.fields import DayField, TextField
from strategy.forms.links import ObjectiveField
from strategy.models import Objective, Perspective, Plan

NOBODY = _("– nobody yet –")


def people() -> Any:
    """Whom something can be given to."""
    return User.objects.filter(is_active=True, kind=AccountKind.PERSON)


class OwnerField(forms.ModelChoiceField):
    """A person who answers for something, or nobody yet."""

    def __init__(self, label: Any) -> None:
        super().__init__(label=label, queryset=User.objects.none(), required=False, empty_label=NOBODY)


class AboveField(ObjectiveField):
    """An objective that a department can support, with the plan that it stands in."""

    def label_from_instance(self, obj: Objective) -> str:
        """Code and claim; of another department's plan its name as well."""
        name = super().label_from_instance(obj)
        return name if obj.plan.part_of_id is None else f"{name} ({obj.plan.name})"


class BeginPartForm(forms.Form):
    """Whose plan it is, and what it is about."""

    department = DepartmentField(label=_("Written by"), empty=_("– choose –"))
    function = forms.ChoiceField(
        label=_("What it is about"),
        required=False,
        choices=[("", _("The department's part in the strategy")), *PlanFunction.choices],
        help_text=_("One department plans people, technology or finance for the whole organisation."),
    )
    name = forms.CharField(
        label=_("Name"), max_length=300, required=False, help_text=_("Empty: made of the department's name.")
    )


class StepForm(forms.Form):
    """What somebody says when they take a plan further."""

    comment = TextField(label=_("Comment"))

    def __init__(self, data: Any, *, needed: bool = False) -> None:
        super().__init__(data)
        self.fields["comment"].required = needed


class SupportForm(forms.Form):
    """A department's own objective that supports one above."""

    name = forms.CharField(
        label=_("Objective"), max_length=500, help_text=_("What the department wants to reach, as a claim.")
    )
    above = AboveField(label=_("It supports"), queryset=Objective.objects.none())
    note = TextField(label=_("How it helps"), rows=2)
    description = TextField(label=_("Description"))
    perspective = forms.ModelChoiceField(
        label=_("Perspective"),
        queryset=Perspective.objects.none(),
        required=False,
        empty_label=_("– in none –"),
    )
    owner = OwnerField(_("Owner"))
    starts_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False)

    def __init__(self, data: Any, *, plan: Plan, above: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["above"].queryset = above  # type: ignore[attr-defined]
        self.fields["perspective"].queryset = plan.perspectives.filter(archived_on=None)  # type: ignore[attr-defined]
        self.fields["owner"].queryset = people()  # type: ignore[attr-defined]


class ContributionForm(forms.Form):
    """What else an objective of a department supports."""

    above = AboveField(label=_("It supports"), queryset=Objective.objects.none())
    kind = forms.ChoiceField(label=_("How"), choices=SupportKind.choices, widget=forms.RadioSelect)
    note = TextField(label=_("How it helps"), rows=2)

    def __init__(self, data: Any, *, above: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["above"].queryset = above  # type: ignore[attr-defined]


class ActivityForm(forms.Form):
    """What is done in the daily run of things."""

    name = forms.CharField(label=_("Activity"), max_length=300)
    description = TextField(label=_("Description"))
    objective = ObjectiveField(
        label=_("For the objective"),
        queryset=Objective.objects.none(),
        required=False,
        empty_label=_("– for all of them –"),
    )
    who = OwnerField(_("Who"))
    starts_on = DayField(label=_("First day"), required=False)
    due_on = DayField(label=_("Last day"), required=False)
    budget = forms.DecimalField(
        label=_("Budget"), min_value=0, max_digits=16, decimal_places=2, required=False
    )
    state = forms.ChoiceField(label=_("State"), choices=ActivityState.choices, initial=ActivityState.PLANNED)

    def __init__(self, data: Any, *, plan: Plan, who: int | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["objective"].queryset = plan.objectives.filter(archived_on=None)  # type: ignore[attr-defined]
        offered = (
            people()
            if who is None
            else User.objects.filter(Q(is_active=True, kind=AccountKind.PERSON) | Q(pk=who))
        )
        self.fields["who"].queryset = offered  # type: ignore[attr-defined]


class SectionForm(forms.Form):
    """A passage of the document."""

    title = forms.CharField(label=_("Title"), max_length=200)
    text = TextField(label=_("Text"), rows=8)
