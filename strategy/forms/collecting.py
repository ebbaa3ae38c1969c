"""What a round asks of whom, and what people write in it."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from org.enums import AccountKind
from org.models import User
from strategy.actions.collecting.rounds import MOST_DOTS
from strategy.collecting.board import fields_of
from strategy.enums import Lens
from strategy.forms.analysis import RatingField
from strategy.forms.fields import DayField, TextField
from strategy.models import AnalysisRound


class PersonField(forms.ModelMultipleChoiceField):
    """People by name, with what they do beside it."""

    def label_from_instance(self, obj: User) -> str:
        """Two people may be called alike."""
        return f"{obj.name} – {obj.job_title}" if obj.job_title else obj.name


class ChangeRoundForm(forms.Form):
    """Whom a round asks what, until when."""

    name = forms.CharField(label=_("Name"), max_length=200)
    question = TextField(
        label=_("What is asked"), rows=2, help_text=_("A question that people can answer from what they see.")
    )
    people = PersonField(
        label=_("Invited people"),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "in-list"}),
        help_text=_("They find it under My work. They need not be allowed to read the plan otherwise."),
    )
    closes_on = DayField(label=_("Answers by"), required=False)
    dots = forms.IntegerField(
        label=_("Votes for each person"),
        min_value=1,
        max_value=MOST_DOTS,
        initial=5,
        help_text=_("Several can be given to one item."),
    )

    def __init__(self, data: Any, *, round: AnalysisRound | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        people = Q(is_active=True, kind=AccountKind.PERSON)
        if round is not None:
            people |= Q(pk__in=round.invitations.values("person"))
        self.fields["people"].queryset = User.objects.filter(people)  # type: ignore[attr-defined]


class RoundForm(ChangeRoundForm):
    """A new round, and through which lens people look."""

    lens = forms.ChoiceField(label=_("Lens"), choices=Lens.choices)
    field_order = ["name", "question", "lens"]


class ContributionForm(forms.Form):
    """One thing that somebody sees."""

    statement = forms.CharField(
        label=_("What do you see?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One thing, as a sentence that can be true or false."),
    )
    place = forms.ChoiceField(label=_("Where does it belong?"), widget=forms.RadioSelect)
    evidence = TextField(label=_("How do you know?"), rows=2)
    impact = RatingField(label=_("How much does it matter?"))
    likelihood = RatingField(label=_("How likely is it?"))

    def __init__(self, data: Any, *, lens: str, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["place"].choices = fields_of(lens)  # type: ignore[attr-defined]
