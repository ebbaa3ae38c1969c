"""Every route of the product."""

from django.conf import settings
from django.urls import include, path

from smo.health import healthz, readyz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("accounts/", include("allauth.urls")),
    path("api/", include("smo.api")),
    path("", include("strategy.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]

handler500 = "smo.home.errors.server_error"

if settings.DEBUG or settings.DEMO:
    urlpatterns.append(path("styleguide/", include("smo.styleguide.urls")))
