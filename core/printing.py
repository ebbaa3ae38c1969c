"""Setting HTML on paper with WeasyPrint; imported when paper is asked for (`core.paper`)."""

import mimetypes
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

_BASE = "http://paper.invalid"
"""What addresses of the page are relative to: a name that no host ever has; `_OwnFiles` answers below it."""


class _OwnFiles(URLFetcher):
    """Gives static files of ours; anything else (another host, a file of the machine) stops the paper."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The file at an address below STATIC_URL. Raises FatalURLFetchingError for any other."""
        file = _static_file(url)
        if file is None:
            raise FatalURLFetchingError(f"a paper may not fetch {url}")
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": kind})


def _static_file(url: str) -> Path | None:
    """Where a static file lies: among the sources, or gathered under its hashed name."""
    path = unquote(urlsplit(url).path)
    if not url.startswith(_BASE) or not path.startswith(settings.STATIC_URL):
        return None
    name = path.removeprefix(settings.STATIC_URL)
    found = finders.find(name)
    if found is None and staticfiles_storage.exists(name):
        found = staticfiles_storage.path(name)
    return Path(str(found)) if found else None


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


def pdf(html: str) -> bytes:
    """The HTML as a tagged PDF (PDF/UA-1) with bookmarks of its headings.

    Raises FatalURLFetchingError where the page asks for anything but static files of ours.
    """
    page = HTML(string=html, base_url=_BASE + "/", url_fetcher=_OwnFiles())
    paper: bytes = page.write_pdf(pdf_variant="pdf/ua-1", font_config=_fonts())
    return paper
