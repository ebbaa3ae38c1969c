"""What was found of two initiatives that look alike, and merging them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.actions.merging import Move
from initiatives.enums import Verdict
from initiatives.models import Initiative
from strategy.forms.fields import TextField

MOVE_WORDS: dict[Move, Any] = {
    Move.PLAN: _("The action plan: tasks, milestones and what waits for them"),
    Move.PEOPLE: _("The people"),
    Move.MONEY: _("The money: lines of the same year, kind and source are added up"),
    Move.TECHNOLOGY: _("The technology"),
    Move.BENEFITS: _("The benefits"),
    Move.READINESS: _("The affected groups"),
}


class VerdictForm(forms.Form):
    """Whether two initiatives are the same thing."""

    verdict = forms.ChoiceField(
        label=_("They are"),
        choices=[(each.value, each.label) for each in (Verdict.DIFFERENT, Verdict.RELATED)],
        widget=forms.RadioSelect,
    )
    note = TextField(label=_("Reason"), rows=2, help_text=_("So that nobody has to look again."))


class MergeForm(forms.Form):
    """Which of the two stays, and what goes over to it."""

    keep = forms.ChoiceField(label=_("This one stays"), widget=forms.RadioSelect)
    moves = forms.MultipleChoiceField(
        label=_("What goes over from the other"),
        choices=[(each.value, words) for each, words in MOVE_WORDS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=[each.value for each in Move],
        help_text=_("Objectives and departments are added to those of the one that stays."),
    )
    note = TextField(label=_("Reason"), rows=2)

    def __init__(self, data: Any, *, first: Initiative, second: Initiative, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choices = [(each.code, f"{each.name} ({each.code})") for each in (first, second)]
        self.fields["keep"].choices = choices  # type: ignore[attr-defined]
