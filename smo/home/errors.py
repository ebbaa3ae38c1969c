"""Pages of requests that found nothing or failed by our fault; the others are Django's with our words."""

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _

from core.web import NothingThere

logger = structlog.get_logger(__name__)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404; where the address names something that does not exist, with the words that say what."""
    said = str(exception) if isinstance(exception, NothingThere) else ""
    return render(request, "404.html", {"said": said}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 with the request id, by a page that needs no database; by plain text if that fails too."""
    number = str(structlog.contextvars.get_contextvars().get("request_id", ""))
    try:
        page = loader.render_to_string("500.html", {"request_id": number})
    except Exception:
        logger.exception("error_page_failed", path=request.path)
        text = _("Something broke on our side. Nothing of what you just sent was stored.")
        return HttpResponse(f"{text} {number}", status=500, content_type="text/plain; charset=utf-8")
    return HttpResponse(page, status=500)
