"""What is said about a change to a plan in force, and about its decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from strategy.forms.fields import DayField, SinceField, TextField


class RevisionForm(forms.Form):
    """What changes, why and from when."""

    title = forms.CharField(label=_("What changes"), max_length=300)
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Why the plan should change: who approves it reads this first."),
    )
    since = DayField(
        label=_("In force from"),
        required=False,
        help_text=_(
            "From this day its weights, places and KPIs count; words are new at once. "
            "Empty: the day of approval."
        ),
    )


class CommentForm(forms.Form):
    """A comment that may be left out."""

    comment = TextField(label=_("Comment"))


class ReturnForm(forms.Form):
    """What is to be changed before it can be approved."""

    comment = forms.CharField(label=_("What is to be changed"), widget=forms.Textarea(attrs={"rows": 3}))


class TakeBackForm(forms.Form):
    """Why the plan says again what it said before, and from when."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))
    since = SinceField()


class NothingForm(forms.Form):
    """A question that needs no answer but yes."""


STEP_FORMS: dict[str, type[Any]] = {
    "change": RevisionForm,
    "propose": NothingForm,
    "update": NothingForm,
    "approve": CommentForm,
    "return": ReturnForm,
    "withdraw": CommentForm,
    "take-back": TakeBackForm,
}
