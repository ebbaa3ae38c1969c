"""The organisation's settings, and its beginning."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from org.enums import FiscalYearName
from org.models import User
from org.onboarding import Founding


class FiscalFields(forms.Form):
    """When the fiscal year begins and what it is called."""

    fiscal_year_first_month = forms.TypedChoiceField(
        label=gettext_lazy("First month of the fiscal year"),
        choices=list(MONTHS.items()),
        coerce=int,
        initial=1,
        help_text=gettext_lazy("Cannot be changed once there are values."),
    )
    fiscal_year_named_by = forms.ChoiceField(
        label=gettext_lazy("A fiscal year is named by"),
        choices=FiscalYearName.choices,
        initial=FiscalYearName.END,
    )


class OrganisationForm(FiscalFields):
    """Name and fiscal calendar."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    tagline = forms.CharField(label=gettext_lazy("Line under the name"), max_length=200, required=False)
    field_order = ["name", "tagline"]


class WelcomeForm(FiscalFields):
    """All that an empty installation needs before anybody can sign in."""

    organisation = forms.CharField(label=gettext_lazy("Name of the organisation"), max_length=200)
    department_name = forms.CharField(
        label=gettext_lazy("Department at the top"),
        max_length=200,
        help_text=gettext_lazy("Often the organisation itself; all others stand below it."),
    )
    department_code = forms.SlugField(
        label=gettext_lazy("Its code"),
        max_length=40,
        allow_unicode=True,
        help_text=gettext_lazy("Short, for files and links: for instance city."),
    )
    name = forms.CharField(label=gettext_lazy("Your name"), max_length=200)
    email = forms.EmailField(label=gettext_lazy("Your e-mail"), max_length=254)
    password = forms.CharField(
        label=gettext_lazy("A password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least ten characters."),
    )
    again = forms.CharField(
        label=gettext_lazy("The same password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    organisation_fields = ("organisation", "department_name", "department_code")
    field_order = [*organisation_fields, "fiscal_year_first_month", "fiscal_year_named_by"]

    def clean(self) -> dict[str, Any]:
        """Both passwords alike, and good enough."""
        data = self.cleaned_data
        if "password" in data and "again" in data and data["password"] != data["again"]:
            self.add_error("again", _("The two passwords differ."))
        elif "password" in data:
            try:
                user = User(email=data.get("email", ""), name=data.get("name", ""))
                validate_password(data["password"], user)
            except ValidationError as error:
                self.add_error("password", error)
        return data

    def founding(self) -> Founding:
        """What was entered, for the action."""
        data = self.cleaned_data
        return Founding(
            organisation=data["organisation"],
            first_month=data["fiscal_year_first_month"],
            named_by=data["fiscal_year_named_by"],
            department_code=data["department_code"],
            department_name=data["department_name"],
            name=data["name"],
            email=data["email"],
            password=data["password"],
        )
