"""What an objective says, and where it stands."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from org.enums import AccountKind
from org.forms.fields import DepartmentField, department_choices
from org.models import Department, User
from strategy.forms.fields import BeginningField, DayField, SinceField, TextField, WeightField
from strategy.forms.structure import CodeField
from strategy.models import Objective, Perspective, Plan, Priority

NO_LEAD = _("– nobody yet –")


class ObjectiveForm(forms.Form):
    """The claim, who answers for it and who leads it."""

    name = forms.CharField(
        label=_("Objective"), max_length=500, help_text=_("What shall be reached, as a claim in a sentence.")
    )
    code = CodeField()
    description = TextField(label=_("Description"))
    owner = forms.ModelChoiceField(
        label=_("Owner"), queryset=User.objects.none(), required=False, empty_label=NO_LEAD
    )
    lead = DepartmentField(label=_("Led by"), empty=NO_LEAD, required=False)
    starts_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False)

    def __init__(self, data: Any, *, objective: Objective | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        owners = Q(is_active=True, kind=AccountKind.PERSON)
        if objective is not None:
            owners |= Q(pk=objective.owner_id)
            self._keep_lead(objective.lead)
        self.fields["owner"].queryset = User.objects.filter(owners)  # type: ignore[attr-defined]

    def _keep_lead(self, lead: Department | None) -> None:
        """A department that has left the tree can stay what it is: it is offered, too."""
        choices = department_choices(str(NO_LEAD))
        if lead is not None and lead.code not in dict(choices):
            self.fields["lead"].choices = [*choices, (lead.code, lead.name)]  # type: ignore[attr-defined]


class Standing(forms.Form):
    """Perspective, priority and weight."""

    perspective = forms.ModelChoiceField(
        label=_("Perspective"),
        queryset=Perspective.objects.none(),
        required=False,
        empty_label=_("– in none –"),
    )
    priority = forms.ModelChoiceField(
        label=_("Priority"), queryset=Priority.objects.none(), required=False, empty_label=_("– none –")
    )
    weight = WeightField(help_text=_("How much it counts beside the others of its perspective."))

    def __init__(self, data: Any, *, plan: Plan, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["perspective"].queryset = plan.perspectives.all()  # type: ignore[attr-defined]
        self.fields["priority"].queryset = plan.priorities.all()  # type: ignore[attr-defined]


class PlaceObjectiveForm(Standing):
    """Another place from a day on."""

    since = SinceField()


class NewObjectiveForm(ObjectiveForm, Standing):
    """An objective and its place."""

    since = BeginningField()
    field_order = ["name", "code", "description", "perspective", "priority", "weight", "since"]
