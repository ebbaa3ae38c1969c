"""The REST API put together: every app's resources, the OpenAPI document and its documentation page.

An app exports `router` (`core.api.routers.Router`) from `<app>/api/urls.py`; add it to PARTS.
"""

import functools
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import include, path, re_path
from django.utils.translation import get_language, override
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.views import APIView

from comms.api.urls import router as comms_router
from core.api.routers import Router
from initiatives.api.urls import router as initiatives_router
from kpis.api.urls import router as kpis_router
from org.api.urls import router as org_router
from risks.api.urls import router as risks_router
from smo.home.api import router as home_router
from strategy.api.urls import router as strategy_router

PARTS = [
    org_router,
    kpis_router,
    strategy_router,
    initiatives_router,
    risks_router,
    comms_router,
    home_router,
]

router = Router()
for part in PARTS:
    router.registry.extend(part.registry)


class Nowhere(APIView):
    """An address under /api/ at which there is nothing: a problem document, not a page."""

    authentication_classes = []
    permission_classes = []
    throttle_classes = []
    schema = None

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Whatever the method."""
        raise NotFound


class OpenApi(SpectacularAPIView):
    """The OpenAPI document, for those who are signed in or send a token."""

    permission_classes = [IsAuthenticated]
    http_method_names = ["get", "head"]

    def _get_schema_response(self, request: Any) -> HttpResponse:
        renderer: Any = request.accepted_renderer
        kind: Any = type(renderer)
        name = self._get_filename(request, "")  # type: ignore[no-untyped-call]
        return HttpResponse(
            written(kind, get_language() or settings.LANGUAGE_CODE),
            content_type=f"{renderer.media_type}; charset=utf-8",
            headers={"Content-Disposition": f'inline; filename="{name}"'},
        )


@functools.cache
def written(renderer: Any, language: str) -> Any:
    """The document's bytes by a class of renderers; made once, since a process never changes its routes."""
    with override(language):
        generator: Any = SchemaGenerator()  # type: ignore[no-untyped-call]
        document = generator.get_schema(request=None, public=True)
    return renderer().render(document, renderer.media_type, {})


class Documentation(SpectacularSwaggerSplitView):
    """The OpenAPI document to read and try, inside a page of ours; its script comes from our own files."""

    url_name = "api-schema"
    template_name = "smo/api_docs.html"
    permission_classes = [IsAuthenticated]
    http_method_names = ["get", "head"]


urlpatterns = [
    path("v1/", include(router.urls)),
    path("schema/", OpenApi.as_view(), name="api-schema"),
    path("docs/", login_required(Documentation.as_view()), name="api-docs"),
    re_path("", Nowhere.as_view(), name="api-nowhere"),
]
