"""A risk itself, what it touches, and what becomes of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from initiatives.queries import visible_initiatives
from kpis.models import KPI
from org.forms.fields import DepartmentField
from org.models import Department
from risks.enums import RISK_TRANSITIONS, Confidentiality, Knowledge, RiskKind, RiskState
from risks.models import Risk, RiskCategory, SharedCause
from strategy.analysis.visible import visible_findings
from strategy.forms.fields import DayField, TextField
from strategy.forms.goals import PersonField, people
from strategy.models import Assumption
from strategy.queries import standing_objectives


class RiskForm(forms.Form):
    """What a risk is; code and title are all that it needs."""

    title = forms.CharField(label=_("Title"), max_length=300, help_text=_("What may happen, in a few words."))
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Short and lasting, such as STORM-SURGE: it stands in links and files."),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=RiskKind.choices, widget=forms.RadioSelect, initial=RiskKind.THREAT
    )
    cause = TextField(label=_("Because of"), rows=2)
    event = TextField(label=_("this may happen"), rows=2)
    consequence = TextField(label=_("which would lead to"), rows=2)
    category = forms.ModelChoiceField(
        RiskCategory.objects.none(), label=_("Category"), required=False, empty_label=_("– none –")
    )
    department = DepartmentField(label=_("Answered for by"), empty=_("– no department –"), required=False)
    owner = PersonField(label=_("Owner"))
    knowledge = forms.ChoiceField(
        label=_("Strength of knowledge"), choices=[("", _("Not said")), *Knowledge.choices], required=False
    )
    shared_cause = forms.ModelChoiceField(
        SharedCause.objects.all(),
        label=_("Shared cause"),
        required=False,
        empty_label=_("– none –"),
        help_text=_("Risks that share a cause tend to happen together."),
    )
    next_review_on = DayField(label=_("Next review"), required=False)
    reference = forms.CharField(label=_("Reference in another system"), max_length=100, required=False)
    confidentiality = forms.ChoiceField(
        label=_("Who may see it"),
        choices=Confidentiality.choices,
        initial=Confidentiality.OPEN,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any, *, risk: Risk | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        fields: Any = self.fields
        kept = risk.category_id if risk else None
        fields["category"].queryset = RiskCategory.objects.filter(Q(archived_on__isnull=True) | Q(pk=kept))
        fields["owner"].queryset = people(risk.owner_id if risk else None)


class NewRiskForm(RiskForm):
    """A new one; without a code it gets one made of its title."""

    def __init__(self, data: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["code"].required = False


class _Many(forms.ModelMultipleChoiceField):
    """Any number of things from a list to scroll."""

    def __init__(self, label: Any, queryset: Any) -> None:
        super().__init__(
            queryset,
            label=label,
            required=False,
            widget=forms.CheckboxSelectMultiple(attrs={"class": "in-list"}),
        )

    def label_from_instance(self, obj: Any) -> str:
        """The code first, where there is one."""
        return f"{obj.code} {obj}" if getattr(obj, "code", "") else str(obj)


class ThingsForm(forms.Form):
    """What a risk touches, as far as the user may know of it, and the departments that it concerns."""

    def __init__(self, data: Any, *, user: Any, initial: Mapping[str, list[int]]) -> None:
        super().__init__(data, initial=dict(initial))
        standing = Q(archived_on__isnull=True)
        objectives = standing_objectives(user).filter(standing | Q(pk__in=initial["objectives"]))
        initiatives = visible_initiatives(user).filter(standing | Q(pk__in=initial["initiatives"]))
        seen = visible_findings(Assumption.objects.all(), user).values("pk")
        assumptions = Assumption.objects.filter(Q(pk__in=seen) | Q(pk__in=initial["assumptions"]))
        self.fields |= {
            "objectives": _Many(_("Objectives"), objectives.order_by("plan__name", "position")),
            "initiatives": _Many(_("Initiatives"), initiatives.order_by("name")),
            "kpis": _Many(_("KPIs"), KPI.objects.order_by("name")),
            "assumptions": _Many(_("Assumptions"), assumptions),
            "departments": _Many(_("Departments concerned beside"), Department.objects.order_by("name")),
        }

    def things(self) -> Sequence[Model]:
        """Objectives, initiatives, KPIs and assumptions that are ticked."""
        names = ("objectives", "initiatives", "kpis", "assumptions")
        return [each for name in names for each in self.cleaned_data[name]]


class StateForm(forms.Form):
    """Where a risk stands, and what became of it."""

    state = forms.ChoiceField(label=_("It is"), widget=forms.RadioSelect)
    note = TextField(label=_("What became of it"), help_text=_("Needed where it is closed."))

    def __init__(self, data: Any, *, risk: Risk, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        offered = RISK_TRANSITIONS[risk.state]
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            (state, RiskState(state).label) for state in offered
        ]
