"""Tasks, how far they are, dependencies, baselines, and a pasted plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.enums import Bond, TaskKind
from initiatives.models import Initiative, MethodStage, Task
from org.forms.fields import DepartmentField
from strategy.forms.fields import DayField, TextField, WeightField
from strategy.forms.goals import PersonField, people

TOP = _("– no phase –")
PERCENT = forms.NumberInput({"min": 0, "max": 100, "step": 5, "inputmode": "numeric"})


class TaskRowForm(forms.Form):
    """A task as its row changes it."""

    name = forms.CharField(label=_("Name"), max_length=300)
    owner = PersonField(label=_("Who"))
    starts_on = DayField(label=_("Start"), required=False)
    ends_on = DayField(label=_("End"), required=False)
    weight = WeightField(help_text=_("Its share of the work; a milestone usually weighs 0."))
    progress = forms.IntegerField(
        label=_("Progress in percent"), min_value=0, max_value=100, initial=0, widget=PERCENT
    )

    def __init__(self, data: Any, *, task: Task | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if task is not None:
            self.fields["owner"].queryset = people(task.owner_id)  # type: ignore[attr-defined]

    def in_row(self, form_id: str) -> "TaskRowForm":
        """With every field tied to the form of this id, since no form can stand around a row."""
        for field in self.fields.values():
            field.widget.attrs |= {"form": form_id, "aria-label": field.label}
            field.help_text = ""
        return self


class PhaseField(forms.ModelChoiceField):
    """A phase of the same plan, or none."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Part of"), queryset=Task.objects.none(), required=False, empty_label=str(TOP)
        )


def phases_of(initiative: Initiative, task: Task | None = None) -> Any:
    """What a task can be a part of: whatever stands at the top level and is no milestone."""
    top = initiative.tasks.filter(part_of__isnull=True, kind=TaskKind.TASK)
    return top.exclude(pk=task.pk) if task is not None else top


class NewTaskForm(TaskRowForm):
    """One more line: a task, a milestone, or what will be a phase."""

    progress = None  # type: ignore[assignment]
    weight = WeightField(required=False, initial=None)
    kind = forms.ChoiceField(label=_("Kind"), choices=TaskKind.choices, initial=TaskKind.TASK)
    part_of = PhaseField()
    field_order = ("name", "kind", "part_of", "owner", "starts_on", "ends_on", "weight")

    def __init__(self, data: Any, *, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["part_of"].queryset = phases_of(initiative)  # type: ignore[attr-defined]
        self.fields["name"].widget.attrs["placeholder"] = _("New task")

    def clean(self) -> dict[str, Any]:
        """A weight that was not said is the kind's usual one."""
        data = super().clean() or {}
        if data.get("weight") is None:
            data.pop("weight", None)
        return data


class TaskForm(TaskRowForm):
    """Everything that is said of a task."""

    kind = forms.ChoiceField(label=_("Kind"), choices=TaskKind.choices)
    part_of = PhaseField()
    department = DepartmentField(label=_("Department"), empty=_("– as the initiative –"), required=False)
    method_stage = forms.ModelChoiceField(
        label=_("Stage of the method"),
        queryset=MethodStage.objects.none(),
        required=False,
        empty_label=_("– none –"),
    )
    description = TextField(label=_("Description"))
    field_order = ("name", "kind", "part_of", "owner", "department", "starts_on", "ends_on", "progress")

    def __init__(self, data: Any, *, task: Task, **kwargs: Any) -> None:
        super().__init__(data, task=task, **kwargs)
        self.fields["part_of"].queryset = phases_of(task.initiative, task)  # type: ignore[attr-defined]
        stages = MethodStage.objects.filter(method=task.initiative.method_id)
        self.fields["method_stage"].queryset = stages  # type: ignore[attr-defined]
        if task.initiative.method_id is None:
            del self.fields["method_stage"]


class ReportForm(forms.Form):
    """How far a task is."""

    progress = forms.IntegerField(label=_("Progress in percent"), min_value=0, max_value=100, widget=PERCENT)


class DependencyForm(forms.Form):
    """How one task holds another."""

    bond = forms.ChoiceField(
        label=_("This task"), choices=Bond.choices, initial=Bond.FINISH_START, widget=forms.RadioSelect
    )
    lag_days = forms.IntegerField(
        label=_("Days between"),
        min_value=-3650,
        max_value=3650,
        initial=0,
        help_text=_("Negative: they overlap by so many days."),
    )
    note = forms.CharField(label=_("Why"), max_length=300, required=False)


class BaselineForm(forms.Form):
    """What is agreed now, and why."""

    reason = TextField(
        label=_("Reason"), help_text=_("What changed since it was agreed last, and who agreed to that.")
    )


class PasteForm(forms.Form):
    """Lines of a spreadsheet."""

    text = forms.CharField(
        label=_("Lines"),
        max_length=200_000,
        strip=False,
        widget=forms.Textarea({"rows": 12, "spellcheck": "false", "class": "paste-text"}),
        help_text=_(
            "One task a line, cells separated by tabs as spreadsheets copy them: name, who, start, end, "
            "weight, progress, phase. A first line with these names may change their order."
        ),
    )
