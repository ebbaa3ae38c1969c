"""A new baseline of signals."""

from django import forms
from django.utils.translation import gettext_lazy


class SplitForm(forms.Form):
    """The first native period of the new baseline, and what changed."""

    period = forms.CharField(
        label=gettext_lazy("From"),
        max_length=40,
        help_text=gettext_lazy("The first period of the new process, like 2026-03."),
    )
    reason = forms.CharField(
        label=gettext_lazy("What changed"),
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy(
            "What is another since then in the process itself, so that others can check it."
        ),
    )
