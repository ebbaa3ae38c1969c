"""Files of people, sent so that a browser stores them and never shows or runs them."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from kpis.models import Evidence


def download(file: Evidence) -> HttpResponse:
    """The file as an attachment of the kind its content was found to be."""
    response = HttpResponse(bytes(file.content), content_type=file.content_type)
    disposition = content_disposition_header(True, file.name)
    assert disposition is not None
    response["Content-Disposition"] = disposition
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
