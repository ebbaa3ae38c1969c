"""Import from a file in the browser: choose a file, look at what it would do, confirm."""

import hashlib
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from core.exports import csv_response
from core.imports import Importer, Outcome
from core.models import StoredFile
from core.tabular import MOST_BYTES, Column
from core.web import authorise

SHOWN_FAULTS = 200
_PURPOSE = "import"


class UploadForm(forms.Form):
    """One file."""

    file = forms.FileField(label=gettext_lazy("File"))

    def __init__(self, *args: Any, accept: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = accept

    def clean_file(self) -> UploadedFile:
        """Refuse what is too big before it is read."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            most = MOST_BYTES // 2**20
            raise forms.ValidationError(
                _("The file is too big: at most %(most)s MB at once.") % {"most": most}
            )
        return file


def keep_file(user: Any, file: UploadedFile) -> StoredFile:
    """Keep a file between its preview and its confirmation."""
    content = file.read()
    return StoredFile.objects.create(
        name=file.name or "file",
        purpose=_PURPOSE,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        owner_key=user.pk,
    )


def kept_file(user: Any, key: str) -> StoredFile | None:
    """The file that this user handed in and a page names; None where it is not kept any more."""
    own = StoredFile.objects.filter(purpose=_PURPOSE, owner_key=user.pk or 0)
    return own.filter(pk=key).first() if key.isdecimal() else None


class ImportPage(View):
    """The page of one kind of import; a subclass says what is imported and where to go afterwards.

    A GET shows the form (`?template` sends an empty CSV); a POST with a file keeps it and shows what it would
    do; a POST with `stored` and perhaps `skip_bad` does it. `breadcrumbs`: (text, route) pairs.
    """

    permission: ClassVar[str]
    title: ClassVar[Any]
    lead: ClassVar[Any] = ""
    importer: ClassVar[Importer]
    columns: ClassVar[Sequence[Column]] = ()
    notes: ClassVar[dict[str, Any]] = {}  # by column: what it holds, in words
    done_route: ClassVar[str]
    breadcrumbs: ClassVar[Sequence[tuple[Any, str]]] = ()
    accept: ClassVar[str] = ".csv,.xlsx"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The form, or an empty file with the right headers."""
        authorise(request.user, self.permission)
        if "template" in request.GET:
            return csv_response("template.csv", [column.name for column in self.columns], [])
        return self._page(request, UploadForm(accept=self.accept))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Keep a file and show what it would do, or do it."""
        authorise(request.user, self.permission)
        if "stored" in request.POST:
            return self._confirm(request)
        form = UploadForm(request.POST, request.FILES, accept=self.accept)
        if not form.is_valid():
            return self._page(request, form, status=400)
        stored = keep_file(request.user, form.cleaned_data["file"])
        return self._preview(request, stored, self._run(request, stored, dry_run=True))

    def done_url(self, outcome: Outcome) -> str:
        """Where a finished import leads: a route or an address."""
        return self.done_route

    def _run(self, request: HttpRequest, stored: StoredFile, **choices: bool) -> Outcome:
        data = bytes(stored.content)
        return type(self).importer(by=request.user, name=stored.name, data=data, **choices)

    def _confirm(self, request: HttpRequest) -> HttpResponseBase:
        stored = kept_file(request.user, request.POST["stored"])
        if stored is None:
            messages.error(request, _("The file is not kept any more: choose it again."))
            return redirect(request.path)
        outcome = self._run(request, stored, skip_bad="skip_bad" in request.POST)
        if not outcome.stored:
            return self._preview(request, stored, outcome)
        stored.delete()
        done = ", ".join(f"{count} {what}" for what, count in outcome.counts.items())
        messages.success(request, _("Imported: %(what)s") % {"what": done})
        return redirect(self.done_url(outcome))

    def _page(self, request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
        described = [(column, self.notes.get(column.name, "")) for column in self.columns]
        context = {"page": self, "form": form, "described": described}
        return render(request, "ui/import_upload.html", context, status=status)

    def _preview(self, request: HttpRequest, stored: StoredFile, outcome: Outcome) -> HttpResponse:
        context = {
            "page": self,
            "stored": stored,
            "outcome": outcome,
            "faults": outcome.faults[:SHOWN_FAULTS],
            "more_faults": max(len(outcome.faults) - SHOWN_FAULTS, 0),
        }
        status = 200 if outcome.stored or outcome.skippable else 400
        return render(request, "ui/import_preview.html", context, status=status)
