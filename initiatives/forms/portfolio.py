"""An initiative itself, its objectives and the departments that take part."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from initiatives.actions.serving import Serves, TakesPart
from initiatives.enums import Cadence, Confidentiality, Size, Strength
from initiatives.models import Category, Contribution, Initiative, Method
from org.forms.fields import DepartmentField
from strategy.forms.fields import DayField, TextField
from strategy.forms.goals import PersonField, people
from strategy.models import Objective
from strategy.queries import standing_objectives

MORE_ROWS = 2
MOST_ROWS = 60


class InitiativeForm(forms.Form):
    """What an initiative is; code and name are all that an idea needs."""

    name = forms.CharField(label=_("Name"), max_length=300)
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Short and lasting, such as BUS-LANES: it stands in links and files."),
    )
    purpose = TextField(label=_("What it changes, and for whom"), rows=3)
    scope = TextField(label=_("What belongs to it and what does not"), rows=2)
    department = DepartmentField(label=_("Led by"), empty=_("– no department yet –"), required=False)
    lead = PersonField(label=_("Lead"))
    sponsor = PersonField(label=_("Sponsor"))
    category = forms.ModelChoiceField(
        label=_("Category"), queryset=Category.objects.none(), required=False, empty_label=_("– none –")
    )
    starts_on = DayField(label=_("Start"), required=False)
    ends_on = DayField(label=_("End"), required=False)
    size = forms.ChoiceField(
        label=_("Size"), choices=[("", _("Told from money and time")), *Size.choices], required=False
    )
    cadence = forms.ChoiceField(label=_("Status updates"), choices=Cadence.choices, initial=Cadence.MONTHLY)
    confidentiality = forms.ChoiceField(
        label=_("Who may see it"),
        choices=Confidentiality.choices,
        initial=Confidentiality.OPEN,
        widget=forms.RadioSelect,
    )
    must_do = forms.BooleanField(label=_("Must be done (law, contract, safety)"), required=False)
    reference = forms.CharField(label=_("Reference in another system"), max_length=100, required=False)

    def __init__(self, data: Any, *, initiative: Initiative | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        kept = initiative.category_id if initiative else None
        fields: Any = self.fields
        fields["category"].queryset = Category.objects.filter(Q(archived_on__isnull=True) | Q(pk=kept))
        for name in ("lead", "sponsor"):
            fields[name].queryset = people(getattr(initiative, f"{name}_id", None))


class NewInitiativeForm(InitiativeForm):
    """With the method by which it is run, which later has a page of its own."""

    method = forms.ModelChoiceField(
        label=_("Method"),
        queryset=Method.objects.filter(archived_on__isnull=True),
        required=False,
        empty_label=_("– none yet –"),
    )


class ObjectiveChoice(forms.ModelChoiceField):
    """An objective by code and name."""

    def label_from_instance(self, obj: Objective) -> str:
        """The code first."""
        return f"{obj.code} {obj.name}"


class Rows(forms.Form):
    """A form of numbered rows; `row` names the field that a row needs, an emptied row goes."""

    row = ""

    def count(self, data: Any, stored: int) -> int:
        """As many rows as were sent; a new page shows what is stored and some empty ones."""
        if data is None:
            return stored + MORE_ROWS
        sent = [int(found[1]) for name in data if (found := re.fullmatch(rf"{self.row}_(\d{{1,3}})", name))]
        return min(max(sent, default=-1) + 1, MOST_ROWS)

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The bound fields of each row."""
        numbers = sorted({int(name.rpartition("_")[2]) for name in self.fields})
        return [[self[name] for name in self.fields if name.endswith(f"_{n}")] for n in numbers]

    def said(self) -> Iterator[dict[str, Any]]:
        """What the rows say that name something."""
        for row in self.rows:
            values = {each.name.rpartition("_")[0]: self.cleaned_data[each.name] for each in row}
            if values[self.row] is not None:
                yield values


class ObjectivesForm(Rows):
    """The objectives that an initiative serves, each with how much and how."""

    row = "objective"

    def __init__(self, data: Any, *, user: Any, served: Iterable[Contribution]) -> None:
        super().__init__(data)
        kept = list(served)
        known = [each.objective_id for each in kept]
        choices = standing_objectives(user).filter(Q(archived_on__isnull=True) | Q(pk__in=known))
        choices = choices.order_by("plan__name", "position", "pk")
        for n in range(self.count(data, len(kept))):
            self._add(n, choices, kept[n] if n < len(kept) else None)

    def _add(self, n: int, choices: Any, row: Contribution | None) -> None:
        self.fields |= {
            f"objective_{n}": ObjectiveChoice(
                label=_("Objective"),
                queryset=choices,
                required=False,
                empty_label=_("– none –"),
                initial=row.objective_id if row else None,
            ),
            f"strength_{n}": forms.TypedChoiceField(
                label=_("Contribution"),
                choices=Strength.choices,
                coerce=int,
                initial=row.strength if row else Strength.SOME,
            ),
            f"note_{n}": _words(_("How it contributes"), row.note if row else "", 2000),
        }

    def wanted(self) -> list[Serves]:
        """The objectives that are named."""
        return [Serves(**each) for each in self.said()]


class DepartmentsForm(Rows):
    """The departments that take part beside the one that leads."""

    row = "department"

    def __init__(self, data: Any, *, initiative: Initiative) -> None:
        super().__init__(data)
        kept = list(initiative.taking_part.select_related("department"))
        for n in range(self.count(data, len(kept))):
            row = kept[n] if n < len(kept) else None
            self.fields |= {
                f"department_{n}": DepartmentField(
                    label=_("Department"),
                    empty=_("– none –"),
                    required=False,
                    initial=row.department.code if row else "",
                ),
                f"part_{n}": _words(_("Its part"), row.part if row else "", 300),
            }

    def wanted(self) -> list[TakesPart]:
        """The departments that are named."""
        return [TakesPart(**each) for each in self.said()]


def _words(label: Any, initial: str, most: int) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=most, initial=initial)
