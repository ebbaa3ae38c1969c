"""What a peer reached."""

from django import forms
from django.utils.translation import gettext_lazy

from kpis.forms.fields import NumberField


class BenchmarkForm(forms.Form):
    """Fields of `PeerBenchmark`; the period may be of any frequency."""

    peer = forms.CharField(
        label=gettext_lazy("Peer"), max_length=200, help_text=gettext_lazy("Who is compared with.")
    )
    period = forms.CharField(
        label=gettext_lazy("Period"), max_length=40, help_text=gettext_lazy("Like 2025, 2025-Q3 or 2025-09.")
    )
    value = NumberField(label=gettext_lazy("Value"), help_text=gettext_lazy("In the KPI's unit."))
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Where it is published, so that others can check it."),
    )
    source_url = forms.URLField(
        label=gettext_lazy("Address of the source"), required=False, max_length=200, assume_scheme="https"
    )
