"""Form widgets dressed as ours, whatever form class they come from."""

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

_CHECKS = (forms.CheckboxInput,)
_GROUPS = (forms.CheckboxSelectMultiple, forms.RadioSelect)


def control_kind(field: BoundField) -> str:
    """How a field is laid out: "check" (box before its label), "group" (several boxes), "file" or "line"."""
    widget = field.field.widget
    if isinstance(widget, _GROUPS):
        return "group"
    if isinstance(widget, _CHECKS):
        return "check"
    return "file" if isinstance(widget, forms.FileInput) else "line"


def _css_class(field: BoundField) -> str:
    if control_kind(field) in ("check", "group"):
        return "form-check-input"
    return "form-select" if isinstance(field.field.widget, forms.Select) else "form-control"


def control(field: BoundField) -> SafeString:
    """The widget of a bound field with our class; marked invalid when it has errors.

    Django itself adds `aria-describedby` for help and errors and `aria-invalid`.
    """
    given = field.field.widget.attrs.get("class", "")
    invalid = "is-invalid" if field.errors else ""
    classes = " ".join(part for part in (given, _css_class(field), invalid) if part)
    return field.as_widget(attrs={"class": classes})
