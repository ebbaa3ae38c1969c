"""The page of a request that failed by our fault; the other error pages are Django's, with our templates."""

import structlog
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _

logger = structlog.get_logger(__name__)


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
