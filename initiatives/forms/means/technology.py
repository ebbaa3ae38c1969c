"""Shared technology and its uses, skills and sources."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.enums import TechnologyKind
from initiatives.forms.means.fields import QuantityField, TechnologyField
from initiatives.models import TechnologyUse
from org.forms.fields import DepartmentField
from strategy.forms.fields import DayField, TextField


class TechnologyUseForm(forms.Form):
    """What an initiative needs of a technology, and when."""

    technology = TechnologyField()
    quantity = QuantityField(label=_("How much"), initial=1.0)
    starts_on = DayField(
        label=_("From"), required=False, help_text=_("Empty: as long as the initiative lasts.")
    )
    ends_on = DayField(label=_("To"), required=False)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, data: Any, *, use: TechnologyUse | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if use is not None:
            self.fields["technology"] = TechnologyField(kept=use.technology_id)


class _Archivable(forms.Form):
    """Something of a list that may be taken out of what is offered."""

    offered = forms.BooleanField(
        label=_("Is offered"), required=False, initial=True, help_text=_("Off: kept where it is used, only.")
    )


class TechnologyForm(_Archivable):
    """A system, licence pool, environment or equipment that initiatives share."""

    code = forms.SlugField(label=_("Code"), max_length=40)
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=TechnologyKind.choices)
    department = DepartmentField(label=_("Run by"), empty=_("– nobody named –"), required=False)
    quantity = QuantityField(
        label=_("How much there is"), required=False, help_text=_("Empty: more than anybody could need.")
    )
    unit = forms.CharField(label=_("Counted in"), max_length=40, required=False)
    description = TextField(label=_("Description"))

    field_order = ["code", "name", "kind", "department", "quantity", "unit", "description", "offered"]


class SkillForm(_Archivable):
    """A role or skill by which people are planned."""

    code = forms.SlugField(label=_("Code"), max_length=40)
    name = forms.CharField(label=_("Name"), max_length=100)

    field_order = ["code", "name", "offered"]


class SourceForm(_Archivable):
    """Where money comes from."""

    name = forms.CharField(label=_("Name"), max_length=100)

    field_order = ["name", "offered"]
