"""Pages as PDF: from HTML of our own, with nothing fetched but our own styles and fonts."""

import importlib
import logging

from django.http import HttpResponse
from django.utils.translation import gettext as _

from core.errors import Conflict

log = logging.getLogger(__name__)


def pdf(html: str) -> bytes:
    """The HTML as a tagged PDF (PDF/UA-1) with bookmarks of its headings.

    Raises FatalURLFetchingError (of WeasyPrint) where the page asks for anything but static files of ours,
    and Conflict where the machine lacks Pango: the library loads a second's worth of code and a library of
    the system, which neither a worker nor a machine that never prints needs.
    """
    try:
        printing = importlib.import_module("core.printing")
    except OSError as error:
        log.exception("no PDF can be made")
        message = _(
            "This machine cannot make PDFs yet: the library Pango is missing. Print the page instead."
        )
        raise Conflict(message) from error
    paper: bytes = printing.pdf(html)
    return paper


def pdf_response(name: str, html: str, *, inline: bool = False) -> HttpResponse:
    """The PDF as an answer; `name` is what it is saved as."""
    response = HttpResponse(pdf(html), content_type="application/pdf")
    response["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    return response
