"""A new API token."""

import datetime as dt
import ipaddress

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from org.enums import Scope
from org.forms.fields import DepartmentField

DAYS = (
    ("30", gettext_lazy("30 days")),
    ("90", gettext_lazy("90 days")),
    ("365", gettext_lazy("A year")),
    ("0", gettext_lazy("Until it is revoked")),
)


class TokenForm(forms.Form):
    """What a token is for, what it may and how long."""

    name = forms.CharField(label=gettext_lazy("What it is for"), max_length=120)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("It may"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[Scope.READ],
    )
    days = forms.ChoiceField(label=gettext_lazy("It works"), choices=DAYS, initial="90")
    department = DepartmentField(
        label=gettext_lazy("Only in"), empty=gettext_lazy("– everywhere its account may –"), required=False
    )
    networks = forms.CharField(
        label=gettext_lazy("Only from these networks"),
        required=False,
        help_text=gettext_lazy("Addresses or ranges with commas, for instance 192.0.2.0/24."),
    )

    def clean_networks(self) -> list[str]:
        """Each address or range, in its plain form."""
        texts = [text.strip() for text in self.cleaned_data["networks"].split(",") if text.strip()]
        try:
            return [str(ipaddress.ip_network(text, strict=False)) for text in texts]
        except ValueError as error:
            raise forms.ValidationError(_("No address or range: %(error)s.") % {"error": error}) from None

    def expires_at(self) -> dt.datetime | None:
        """When it ends to work."""
        days = int(self.cleaned_data["days"])
        return timezone.now() + dt.timedelta(days=days) if days else None
