"""People, their roles, their own profile."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from org.enums import AccountKind, Role
from org.forms.fields import DepartmentField

WHOLE = _("– the whole organisation –")


class RoleForm(forms.Form):
    """A role on a department and all below it."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    department = DepartmentField(label=_("On"), empty=WHOLE, required=False)


class ProfileForm(forms.Form):
    """What people say of themselves."""

    name = forms.CharField(label=_("Name"), max_length=200)
    job_title = forms.CharField(label=_("Job title"), max_length=200, required=False)
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("As the browser")), *settings.LANGUAGES]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(settings.LANGUAGES) == 1:
            del self.fields["language"]


class PersonForm(ProfileForm):
    """What an administrator says of a person."""

    is_active = forms.BooleanField(
        label=_("May sign in"), required=False, help_text=_("Without it everything they did stays.")
    )


class NewPersonForm(forms.Form):
    """A person or a service account, with a first role."""

    email = forms.EmailField(label=_("E-mail"), max_length=254)
    name = forms.CharField(label=_("Name"), max_length=200)
    job_title = forms.CharField(label=_("Job title"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=AccountKind.choices,
        initial=AccountKind.PERSON,
        help_text=_("A service account never signs in on a page: it uses tokens."),
    )
    role = forms.ChoiceField(
        label=_("Role"), required=False, choices=[("", _("– none yet –")), *Role.choices], initial=Role.VIEWER
    )
    department = DepartmentField(label=_("On"), empty=WHOLE, required=False)
