"""Methods, their stages and elements, and how an initiative answers them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.enums import ElementKind, ElementState, Size
from initiatives.models import Initiative, Method, MethodElement, MethodStage
from strategy.forms.fields import TextField
from strategy.forms.goals import PersonField


class MethodForm(forms.Form):
    """A method in words."""

    name = forms.CharField(label=_("Name"), max_length=100)
    code = forms.SlugField(
        label=_("Code"), max_length=40, help_text=_("Short, without spaces; part of its address.")
    )
    summary = forms.CharField(label=_("In one sentence"), max_length=300, required=False)
    guidance = TextField(label=_("When it fits, and how it goes"), rows=8)


class StageForm(forms.Form):
    """A stage of a method."""

    name = forms.CharField(label=_("Name"), max_length=100)
    purpose = forms.CharField(label=_("What it is for"), max_length=300, required=False)
    guidance = TextField(label=_("Help"), rows=8)


class ElementForm(forms.Form):
    """A role, deliverable or check of a method."""

    kind = forms.ChoiceField(label=_("Kind"), choices=ElementKind.choices, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Name"), max_length=200)
    help = TextField(label=_("Help"))
    stage = forms.ModelChoiceField(
        MethodStage.objects.none(), label=_("Asked for in"), required=False, empty_label=_("– throughout –")
    )
    from_size = forms.ChoiceField(label=_("Asked for from"), choices=Size.choices)

    def __init__(self, *args: Any, method: Method, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].queryset = method.stages.all()  # type: ignore[attr-defined]


class FollowForm(forms.Form):
    """By which method an initiative is run, and where it stands in it."""

    method = forms.ModelChoiceField(
        Method.objects.none(), label=_("Method"), required=False, empty_label=_("– none –")
    )
    stage = forms.ModelChoiceField(
        MethodStage.objects.none(), label=_("Stands at"), required=False, empty_label=_("– its first stage –")
    )

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"method": initiative.method_id, "stage": initiative.method_stage_id})
        super().__init__(*args, **kwargs)
        offered = Method.objects.filter(archived_on__isnull=True)
        kept = Method.objects.filter(pk=initiative.method_id or 0)
        self.fields["method"].queryset = offered | kept  # type: ignore[attr-defined]
        stages = MethodStage.objects.filter(method=initiative.method_id)
        self.fields["stage"].queryset = stages  # type: ignore[attr-defined]
        if initiative.method_id is None:
            del self.fields["stage"]

    def clean(self) -> dict[str, Any]:
        """With another method chosen the stage begins anew."""
        cleaned = super().clean() or {}
        stage = cleaned.get("stage")
        if stage is not None and stage.method_id != getattr(cleaned.get("method"), "pk", None):
            cleaned["stage"] = None
        return cleaned


class AnswerForm(forms.Form):
    """How an initiative answers what its method asks for."""

    state = forms.ChoiceField(label=_("State"), choices=ElementState.choices, widget=forms.RadioSelect)
    person = PersonField(label=_("Who"))
    url = forms.URLField(label=_("Where it is"), max_length=1000, required=False, assume_scheme="https")
    note = TextField(label=_("Note"))

    def __init__(self, *args: Any, element: MethodElement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if element.kind != ElementKind.ROLE:
            del self.fields["person"]
        if element.kind != ElementKind.DELIVERABLE:
            del self.fields["url"]
