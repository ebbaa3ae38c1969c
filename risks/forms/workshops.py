"""What a workshop asks of whom, and what people propose."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from org.enums import AccountKind
from org.models import Department, User
from risks.enums import Confidentiality, RiskKind
from risks.models import Risk
from risks.queries import standing_risks
from strategy.forms.collecting import PersonField
from strategy.forms.fields import DayField, TextField


class RisksField(forms.ModelMultipleChoiceField):
    """Risks by code and title."""

    def label_from_instance(self, obj: Risk) -> str:
        """As people call them."""
        return f"{obj.code} – {obj.title}"


class WorkshopForm(forms.Form):
    """Whom a workshop asks what, until when."""

    name = forms.CharField(label=_("Name"), max_length=200)
    question = TextField(
        label=_("What is asked"), rows=2, help_text=_("For example: what may keep us from our objectives?")
    )
    department = forms.ModelChoiceField(
        label=_("Department"),
        queryset=Department.objects.order_by("name"),
        required=False,
        help_text=_("It answers for the new risks that go into the register."),
    )
    people = PersonField(
        label=_("Invited people"),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "in-list"}),
        help_text=_("They get a mail and find it under My work."),
    )
    closes_on = DayField(label=_("Answers by"), required=False)
    risks = RisksField(
        label=_("Risks of the register to be rated as well"),
        queryset=Risk.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "in-list"}),
        help_text=_("Everybody who is invited reads them; restricted ones are not offered."),
    )

    def __init__(self, data: Any, *, user: User, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        people = User.objects.filter(is_active=True, kind=AccountKind.PERSON)
        self.fields["people"].queryset = people  # type: ignore[attr-defined]
        risks = standing_risks(user).exclude(confidentiality=Confidentiality.RESTRICTED)
        self.fields["risks"].queryset = risks  # type: ignore[attr-defined]


class ProposalForm(forms.Form):
    """One thing that may happen."""

    kind = forms.ChoiceField(
        label=_("Kind"), choices=RiskKind.choices, widget=forms.RadioSelect, initial=RiskKind.THREAT
    )
    title = forms.CharField(label=_("What may happen, in a few words"), max_length=300)
    cause = TextField(label=_("Because of"), rows=2)
    event = TextField(label=_("this may happen"), rows=2)
    consequence = TextField(label=_("which would lead to"), rows=2)
