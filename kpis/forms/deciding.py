"""Deciding on values that were submitted, closing and opening periods, keeping files."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kpis.evidence_types import ACCEPTED


class DecideForm(forms.Form):
    """The values that are chosen, what is done with them and, where they go back, why."""

    use_required_attribute = False
    DEEDS = ("approve", "return", "submit", "discard")

    do = forms.ChoiceField(choices=[(each, each) for each in DEEDS])
    row = forms.TypedMultipleChoiceField(
        coerce=int,
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("A chosen value was replaced or decided meanwhile: look again.")
        },
    )
    comment = forms.CharField(
        label=gettext_lazy("What is to be mended"),
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, offered: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["row"].choices = [(pk, pk) for pk in offered]  # type: ignore[attr-defined]
        # Said to be needed where it is drawn, asked for only where the values go back.
        self.fields["comment"].required = not self.is_bound or self.data.get("do") == "return"

    @property
    def refused_status(self) -> int:
        """409 where a chosen value does not wait any more, else 400."""
        return 409 if self.has_error("row", "invalid_choice") else 400

    def clean_row(self) -> list[int]:
        """At least one."""
        rows: list[int] = self.cleaned_data["row"]
        if not rows:
            raise forms.ValidationError(_("Choose the values first."))
        return rows


class ReopenForm(forms.Form):
    """Why a period is opened again."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=2000, widget=forms.Textarea({"rows": 3})
    )


class RemoveEvidenceForm(forms.Form):
    """Why a file is removed."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=2000)


class EvidenceForm(forms.Form):
    """A file that shows where a value comes from; its kind is told by its content when it is kept."""

    file = forms.FileField(label=gettext_lazy("File"), allow_empty_file=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ",".join(f".{each}" for each in ACCEPTED)
        self.fields["file"].help_text = _("%(kinds)s; at most %(most)s MB.") % {
            "kinds": ", ".join(each.upper() for each in ACCEPTED if each != "jpeg"),
            "most": f"{settings.EVIDENCE_MAX_BYTES / 2**20:g}",
        }

    def clean_file(self) -> UploadedFile:
        """Refuse what is too big before it is read."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > settings.EVIDENCE_MAX_BYTES:
            raise forms.ValidationError(_("The file is too big."))
        return file
