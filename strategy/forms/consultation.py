"""Forms of consultation rounds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from org.enums import AccountKind
from org.models import Department, User
from strategy.enums import RemarkKind, RemarkOutcome
from strategy.forms.fields import DayField, TextField

# What somebody does with a passage, said in the first person.
DEEDS = (
    (RemarkKind.COMMENT, _("I have a comment")),
    (RemarkKind.PROPOSAL, _("I propose another wording")),
    (RemarkKind.ENDORSEMENT, _("I endorse it")),
    (RemarkKind.OBJECTION, _("I object")),
)


class ConsultationForm(forms.Form):
    """What a round is called, what people are asked, and until when."""

    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("Those who are asked read it too."))
    message = TextField(
        label=_("What people are asked"),
        rows=4,
        help_text=_("Stands in the invitation and above the document."),
    )
    closes_on = DayField(
        label=_("Answers by"), required=False, help_text=_("You close the round yourself; this is a promise.")
    )


class InviteForm(forms.Form):
    """People of the house and departments."""

    people = forms.ModelMultipleChoiceField(
        label=_("People"),
        queryset=User.objects.none(),
        required=False,
        widget=forms.SelectMultiple({"size": 8}),
    )
    departments = forms.ModelMultipleChoiceField(
        label=_("Departments"),
        queryset=Department.objects.none(),
        required=False,
        widget=forms.SelectMultiple({"size": 8}),
        help_text=_("All their people may read and speak; who heads a department speaks for it."),
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        people = User.objects.filter(is_active=True, kind=AccountKind.PERSON)
        self.fields["people"].queryset = people  # type: ignore[attr-defined]
        self.fields["departments"].queryset = Department.objects.all()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody is chosen."""
        data = super().clean() or {}
        if not self.errors and not data.get("people") and not data.get("departments"):
            self.add_error(None, forms.ValidationError(_("Choose a person or a department.")))
        return data


class GuestForm(forms.Form):
    """Somebody from outside."""

    name = forms.CharField(label=_("Name"), max_length=200)
    organisation = forms.CharField(label=_("Organisation"), max_length=200, required=False)
    email = forms.EmailField(label=_("E-mail"))
    expires_on = DayField(
        label=_("The link works until"),
        required=False,
        help_text=_("Empty: until the last day for answers, else thirty days. It ends when the round does."),
    )


class RemarkForm(forms.Form):
    """What somebody says of a passage."""

    kind = forms.ChoiceField(label=_("What do you say?"), choices=DEEDS, widget=forms.RadioSelect)
    text = TextField(
        label=_("In your words"), help_text=_("Needed for a comment, and as the reason of an objection.")
    )
    proposed = TextField(
        label=_("The wording you propose"), help_text=_("Needed for a proposal; may go with an objection.")
    )

    def __init__(self, data: Any, *, initial: dict[str, Any], key: str = "") -> None:
        super().__init__(data, initial={"kind": RemarkKind.COMMENT} | initial, auto_id=f"id_{key}_%s")


class AnswerForm(forms.Form):
    """What becomes of a remark."""

    outcome = forms.ChoiceField(
        label=_("What becomes of it"),
        choices=[each for each in RemarkOutcome.choices if each[0]],
        widget=forms.RadioSelect,
    )
    answer = TextField(
        label=_("Answer"),
        rows=4,
        help_text=_("Its author reads this. Needed where something is not, or only in part, taken up."),
    )
    put_into = forms.ChoiceField(label=_("Put the wording into the plan"), required=False)
    wording = TextField(label=_("The wording"), rows=4)

    def __init__(self, data: Any, *, initial: dict[str, Any], places: Any) -> None:
        super().__init__(data, initial=initial)
        if places:
            nowhere = ("", _("– no, only answer –"))
            self.fields["put_into"].choices = [nowhere, *places]  # type: ignore[attr-defined]
        else:
            del self.fields["put_into"], self.fields["wording"]
