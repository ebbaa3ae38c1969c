"""A status update, a question about it, and its answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.enums import Rag
from org.forms.fields import DepartmentField
from strategy.forms.fields import TextField


class LightField(forms.ChoiceField):
    """Green, amber or red; the page shows shape and word, and takes G, A and R as keys."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=Rag.choices, required=False, widget=forms.RadioSelect, **kwargs)


class UpdateForm(forms.Form):
    """An update as it is written: what cannot be missing is asked for when it is handed in."""

    done = TextField(label=_("What was done"), rows=4)
    next = TextField(label=_("What is next"), rows=4)
    help_needed = TextField(
        label=_("Help needed"), rows=2, help_text=_("A decision, people, money: what you cannot do alone.")
    )
    progress = forms.IntegerField(
        label=_("Progress in percent"), required=False, min_value=0, max_value=100, localize=False
    )
    schedule = LightField(label=_("Schedule"))
    schedule_reason = TextField(label=_("Why, and what is done about it"), rows=2)
    cost = LightField(label=_("Cost"))
    cost_reason = TextField(label=_("Why, and what is done about it"), rows=2)
    scope = LightField(label=_("Scope"))
    scope_reason = TextField(label=_("Why, and what is done about it"), rows=2)
    due_on = forms.DateField(required=False, widget=forms.HiddenInput)

    @property
    def judged(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each light with the field of its reason."""
        return [(self[name], self[f"{name}_reason"]) for name in ("schedule", "cost", "scope")]


class QuestionForm(forms.Form):
    """What somebody asks about an update."""

    text = TextField(label=_("Your question"), rows=3)


class AnswerForm(forms.Form):
    """What is answered."""

    answer = TextField(label=_("Answer"), rows=4)


class StatusFilterForm(forms.Form):
    """Whose status is shown."""

    department = DepartmentField(label=_("Department"), empty=_("All departments"), required=False)
