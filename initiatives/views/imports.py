"""Initiatives from a file, in the browser."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.mapping import Field
from core.mapping.page import MappedImportPage
from initiatives.forms.imports import WholeFileForm
from initiatives.imports import check_row, import_fields, import_initiatives


class ImportInitiatives(MappedImportPage):
    """Initiatives with what was reported of them and their money."""

    permission = "initiatives.import_initiatives"
    title = _("Import initiatives")
    lead = _("A row adds an initiative or changes the one with its code; an empty cell changes nothing.")
    purpose = "initiatives"
    said_form = WholeFileForm
    importer = staticmethod(import_initiatives)
    done_route = "initiatives"
    breadcrumbs = ((_("Initiatives"), "initiatives"),)

    def fields(self) -> Sequence[Field]:
        """With today's departments, categories and people."""
        return import_fields()

    def check(self, values: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
        """An end before its start."""
        return check_row(values)
