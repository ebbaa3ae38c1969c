"""Fields that several forms use."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from org.models import Department
from org.queries import department_tree


def department_choices(empty: str) -> list[tuple[str, str]]:
    """Today's departments by code, indented as they stand; first the empty choice, in words."""
    indent = "\u2003"
    return [("", empty), *((node.code, f"{indent * node.depth}{node.name}") for node in department_tree())]


class DepartmentField(forms.ChoiceField):
    """A department of today's tree; cleans to a Department, or None where the empty choice is allowed."""

    def __init__(self, *, empty: Any, **kwargs: Any) -> None:
        super().__init__(choices=lambda: department_choices(str(empty)), **kwargs)

    def clean(self, value: Any) -> Department | None:
        """The department with the chosen code."""
        code = super().clean(value)
        if not code:
            return None
        department = Department.objects.filter(code=code).first()
        if department is None:
            raise ValidationError(_("There is no department %(code)s.") % {"code": code})
        return department


class DayInput(forms.DateInput):
    """A day, with the browser's calendar."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)
