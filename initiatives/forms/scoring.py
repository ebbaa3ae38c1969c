"""Criteria and rounds of prioritisation."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from initiatives.enums import ENDED, Axis, Better
from initiatives.models import Initiative, ScoringRound
from initiatives.queries import standing_initiatives, visible_initiatives
from org.enums import AccountKind
from org.models import User
from strategy.forms.collecting import PersonField
from strategy.forms.fields import DayField, TextField, WeightField


class CriterionForm(forms.Form):
    """By what initiatives are compared, and how much it counts."""

    name = forms.CharField(label=_("Name"), max_length=100)
    help = TextField(label=_("What 1 and 5 mean"), rows=2)
    weight = WeightField(help_text=_("Relative to the others: 2 counts twice as much as 1."))
    better = forms.ChoiceField(
        label=_("Which way is better"), choices=Better.choices, widget=forms.RadioSelect, initial=Better.HIGH
    )
    axis = forms.ChoiceField(
        label=_("In the picture"),
        choices=Axis.choices,
        widget=forms.RadioSelect,
        initial=Axis.VALUE,
        help_text=_("On which axis of the picture of value and effort it counts."),
    )


class InitiativesField(forms.ModelMultipleChoiceField):
    """Initiatives by code and name."""

    def label_from_instance(self, obj: Initiative) -> str:
        """As people call them."""
        return f"{obj.code} – {obj.name}"


class RoundForm(forms.Form):
    """Whom is asked to score what, until when."""

    name = forms.CharField(label=_("Name"), max_length=200)
    note = TextField(label=_("What is asked"), rows=2)
    closes_on = DayField(label=_("Scores by"), required=False)
    initiatives = InitiativesField(
        label=_("Initiatives"),
        queryset=Initiative.objects.none(),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "in-list"}),
        help_text=_("Ideas, proposals and what is approved are usually compared."),
    )
    scorers = PersonField(
        label=_("Scorers"),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "in-list"}),
        help_text=_(
            "Each scores alone and finds it under My work. An initiative that somebody may not see is left "
            "out for them."
        ),
    )

    def __init__(self, data: Any, *, user: Any, round: ScoringRound | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        people = Q(is_active=True, kind=AccountKind.PERSON)
        offered = Q(pk__in=standing_initiatives(user).exclude(stage__in=ENDED).values("pk"))
        if round is not None:
            people |= Q(pk__in=round.scorers.values("person"))
            offered |= Q(pk__in=round.initiatives.values("pk"))
        self.fields["scorers"].queryset = User.objects.filter(people)  # type: ignore[attr-defined]
        seen = visible_initiatives(user).filter(offered)
        self.fields["initiatives"].queryset = seen  # type: ignore[attr-defined]
