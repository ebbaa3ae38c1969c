"""What shall become of many initiatives at once: each field may be left as it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.enums import Cadence, Confidentiality
from initiatives.models import Category
from org.forms.fields import department_choices
from org.models import Department, User
from strategy.forms.goals import people

KEEP, NONE = "", "-"


class Kept(forms.ChoiceField):
    """A choice that begins with leaving things as they are; `none`: in which words it is taken away."""

    def __init__(self, *, label: Any, choices: Any, none: Any = "") -> None:
        def offered() -> list[tuple[str, Any]]:
            given = choices() if callable(choices) else choices
            return [(KEEP, _("– as it is –")), *([(NONE, none)] if none else []), *given]

        super().__init__(label=label, choices=offered, required=False)


class ManyForm(forms.Form):
    """Fields that many initiatives may get in common."""

    category = Kept(
        label=_("Category"),
        none=_("– none –"),
        choices=lambda: [(str(each.pk), each.name) for each in Category.objects.filter(archived_on=None)],
    )
    department = Kept(label=_("Led by"), choices=lambda: department_choices("")[1:])
    lead = Kept(label=_("Lead"), none=_("– nobody –"), choices=lambda: _people())
    sponsor = Kept(label=_("Sponsor"), none=_("– nobody –"), choices=lambda: _people())
    cadence = Kept(label=_("Status updates"), choices=Cadence.choices)
    confidentiality = Kept(label=_("Who may see it"), choices=Confidentiality.choices)
    must_do = Kept(label=_("Must be done"), choices=[("yes", _("Yes")), ("no", _("No"))])
    archive = forms.BooleanField(label=_("Archive them"), required=False)

    def wanted(self) -> dict[str, Any]:
        """The fields that are to change, with their new values."""
        asked = {name: value for name, value in self.cleaned_data.items() if name != "archive" and value}
        return {name: None if value == NONE else _READ[name](value) for name, value in asked.items()}


def _people() -> list[tuple[str, str]]:
    return [(str(each.pk), str(each)) for each in people()]


_READ: dict[str, Any] = {
    "category": lambda value: Category.objects.get(pk=value),
    "department": lambda value: Department.objects.get(code=value),
    "lead": lambda value: User.objects.get(pk=value),
    "sponsor": lambda value: User.objects.get(pk=value),
    "cadence": str,
    "confidentiality": str,
    "must_do": lambda value: value == "yes",
}
