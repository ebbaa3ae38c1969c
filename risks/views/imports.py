"""Risks from a file, in the browser."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from core.mapping import Field
from core.mapping.page import MappedImportPage
from risks.forms.imports import WholeFileForm
from risks.imports import import_fields, import_risks


class ImportRisks(MappedImportPage):
    """Risks with how they were rated and what is done."""

    permission = "risks.import_risks"
    title = _("Import risks")
    lead = _("A row adds a risk or changes the one with its code; an empty cell changes nothing.")
    purpose = "risks"
    said_form = WholeFileForm
    importer = staticmethod(import_risks)
    done_route = "risks"
    breadcrumbs = ((_("Risks"), "risks"),)

    def fields(self) -> Sequence[Field]:
        """With today's departments, categories and people."""
        return import_fields()
