"""The page of an import of files with any columns: choose a file, say what columns mean, look, confirm."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Protocol

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from core.errors import Fault, Refused
from core.imports import Outcome, attempt
from core.mapping.fields import Field
from core.mapping.guessing import guess
from core.mapping.mapping import Mapping as Choices
from core.mapping.mapping import completed, doubly_used, open_questions
from core.mapping.posted import inputs, posted_mapping
from core.mapping.reading import Mapped, read_mapped
from core.mapping.remembered import remember, remembered
from core.mapping.sheet import Sheet, read_sheet
from core.mapping.shown import shown_columns
from core.models import StoredFile
from core.tabular.table import Row
from core.upload import SHOWN_FAULTS, UploadForm, keep_file, kept_file
from core.web import authorise

ALL, EMPTY, SKIP = "all", "empty", "skip"


class RowImporter(Protocol):
    """Stores rows as `core.imports.import_rows` does, in the transaction that is open."""

    def __call__(
        self,
        *,
        by: Any,
        rows: Sequence[Row],
        columns: Sequence[str],
        said: dict[str, Any],
        skip_bad: bool,
    ) -> Outcome:
        """`columns`: the fields that the file has; `said`: the answers of the page's own form."""


@dataclass(frozen=True)
class Said:
    """What was said about a file so far."""

    stored: StoredFile
    sheet: Sheet
    mapping: Choices
    form: forms.Form


class MappedImportPage(View):
    """A subclass says what is imported. `purpose`: under which name mappings are remembered.

    `said_form`: what else has to be known, once for the whole file. `breadcrumbs`: (text, route) pairs.
    """

    permission: ClassVar[str]
    title: ClassVar[Any]
    lead: ClassVar[Any] = ""
    purpose: ClassVar[str]
    said_form: ClassVar[type[forms.Form]] = forms.Form
    importer: ClassVar[RowImporter]
    done_route: ClassVar[str]
    breadcrumbs: ClassVar[Sequence[tuple[Any, str]]] = ()
    accept: ClassVar[str] = ".csv,.xlsx"

    def fields(self) -> Sequence[Field]:
        """What columns may mean, with today's options."""
        raise NotImplementedError

    def check(self, values: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
        """Fields of a row that cannot be, seen together with the others, each with the reason."""
        return ()

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The form for a file."""
        authorise(request.user, self.permission)
        return self._upload(request, UploadForm(accept=self.accept))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """A file: what its columns mean. `stored` with a mapping: `step` is map, check or import."""
        authorise(request.user, self.permission)
        if "stored" not in request.POST:
            return self._take(request)
        stored = kept_file(request.user, request.POST["stored"])
        if stored is None:
            messages.error(request, _("The file is not kept any more: choose it again."))
            return redirect(request.path)
        said = self._said(stored, request.POST)
        troubles = self._troubles(said)
        if request.POST.get("step") == "map" or troubles or not said.form.is_valid():
            return self._map(request, said, troubles)
        if request.POST.get("step") == "import":
            return self._import(request, said)
        return self._preview(request, said, self._run(request, said, ALL, dry_run=True))

    def _take(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES, accept=self.accept)
        if not form.is_valid():
            return self._upload(request, form, status=400)
        file = form.cleaned_data["file"]
        try:
            sheet = read_sheet(file.name or "", file.read())
        except Refused as refusal:
            for fault in refusal.faults:
                form.add_error("file", str(fault))
            return self._upload(request, form, status=400)
        file.seek(0)
        stored = keep_file(request.user, file)
        mapping = guess(sheet, self.fields(), remembered(request.user, self.purpose, sheet))
        return self._map(request, Said(stored, sheet, mapping, self.said_form()), [], status=200)

    def _said(self, stored: StoredFile, data: QueryDict) -> Said:
        sheet = read_sheet(stored.name, bytes(stored.content))
        mapping = completed(sheet, posted_mapping(data, sheet, self.fields()), self.fields())
        return Said(stored, sheet, mapping, self.said_form(data))

    def _troubles(self, said: Said) -> list[str]:
        """What has to be said before the file can be read."""
        labels = {each.name: each.label for each in self.fields()}
        used = {choice.field for choice in said.mapping.values()}
        return [
            *(
                _("“%(field)s” is chosen for more than one column.") % {"field": labels[name]}
                for name in sorted(doubly_used(said.mapping))
            ),
            *(
                _("No column is said to be “%(field)s”, which every row needs.") % {"field": each.label}
                for each in self.fields()
                if each.required and each.name not in used
            ),
            *(
                _("“%(column)s” can be read in two ways: say which is meant.")
                % {"column": said.sheet.headers[position]}
                for position in open_questions(said.mapping, self.fields())
            ),
        ]

    def _run(self, request: HttpRequest, said: Said, wanted: str, *, dry_run: bool) -> Outcome:
        mapped = read_mapped(said.sheet, said.mapping, self.fields(), self.check)
        rows = mapped.without_faults() if wanted == SKIP else mapped.rows
        if wanted == ALL and mapped.faults and not dry_run:
            return Outcome(faults=mapped.faults, total=mapped.total)

        def store() -> Outcome:
            return type(self).importer(
                by=request.user,
                rows=rows,
                columns=mapped.columns,
                said=said.form.cleaned_data,
                skip_bad=wanted != ALL or dry_run,
            )

        return _told(attempt(store, dry_run=dry_run), mapped)

    def _import(self, request: HttpRequest, said: Said) -> HttpResponseBase:
        wanted = request.POST.get("bad", ALL)
        outcome = self._run(request, said, wanted if wanted in (EMPTY, SKIP) else ALL, dry_run=False)
        if not outcome.stored:
            return self._preview(request, said, outcome)
        remember(request.user, self.purpose, said.sheet, said.mapping)
        said.stored.delete()
        done = ", ".join(f"{count} {what}" for what, count in outcome.counts.items())
        messages.success(request, _("Imported: %(what)s") % {"what": done})
        for note in outcome.notes:
            messages.info(request, note)
        return redirect(self.done_route)

    def _upload(self, request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
        context = {"page": self, "form": form, "fields": self.fields()}
        return render(request, "ui/import_mapped_upload.html", context, status=status)

    def _map(self, request: HttpRequest, said: Said, troubles: list[str], status: int = 0) -> HttpResponse:
        context = {
            "page": self,
            "stored": said.stored,
            "rows": len(said.sheet.rows),
            "form": said.form,
            "columns": shown_columns(said.sheet, said.mapping, self.fields()),
            "fields": self.fields(),
            "troubles": troubles if status == 0 else [],
        }
        status = status or (400 if troubles or said.form.errors else 200)
        return render(request, "ui/import_mapping.html", context, status=status)

    def _preview(self, request: HttpRequest, said: Said, outcome: Outcome) -> HttpResponse:
        carried = [*inputs(said.mapping, said.sheet), *_said_inputs(said.form)]
        context = {
            "page": self,
            "stored": said.stored,
            "outcome": outcome,
            "carried": carried,
            "faults": outcome.faults[:SHOWN_FAULTS],
            "more_faults": max(len(outcome.faults) - SHOWN_FAULTS, 0),
            "clean": outcome.total - outcome.bad_rows,
        }
        return render(request, "ui/import_mapped_preview.html", context)


def _told(outcome: Outcome, mapped: Mapped) -> Outcome:
    """The outcome with what was found in the cells before anything was stored."""
    faults: list[Fault] = sorted(
        [*mapped.faults, *outcome.faults], key=lambda fault: (fault.line or 0, fault.field)
    )
    return replace(outcome, faults=faults, total=mapped.total)


def _said_inputs(form: forms.Form) -> list[tuple[str, str]]:
    """The answers of the page's own form, as they were typed."""
    data = form.data
    assert isinstance(data, QueryDict)
    return [(bound.html_name, value) for bound in form for value in data.getlist(bound.html_name)]
