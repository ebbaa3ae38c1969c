"""Adding, changing, moving and closing departments."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from org.forms.fields import DayInput, DepartmentField
from org.validators import validate_code


class DepartmentForm(forms.Form):
    """What is said of a department."""

    name = forms.CharField(label=_("Name"), max_length=200)
    short_name = forms.CharField(
        label=_("Short name"), max_length=40, required=False, help_text=_("Where there is little room.")
    )
    description = forms.CharField(
        label=_("What it is for"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class NewDepartmentForm(DepartmentForm):
    """A department and its place."""

    code = forms.SlugField(
        label=_("Code"),
        max_length=40,
        allow_unicode=True,
        validators=[validate_code],
        help_text=_("Stands in files and links, and stays: for instance works or health-north."),
    )
    parent = DepartmentField(label=_("Under"), empty=_("– at the top –"), required=False)
    field_order = ["name", "code", "short_name", "parent", "description"]


class PlaceForm(forms.Form):
    """Another place from a day on."""

    parent = DepartmentField(label=_("Under"), empty=_("– at the top –"), required=False)
    since = forms.DateField(
        label=_("From"),
        widget=DayInput(),
        initial=timezone.localdate,
        help_text=_("Values of periods that ended before this day stay with the old parent."),
    )


class CloseForm(forms.Form):
    """The day from which a department is no longer in the tree."""

    on = forms.DateField(
        label=_("From"),
        widget=DayInput(),
        initial=timezone.localdate,
        help_text=_("Its past, and what was measured until then, stays."),
    )
