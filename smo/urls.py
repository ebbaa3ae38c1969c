"""Every route of the product."""

from django.conf import settings
from django.urls import include, path

from smo.administration.views import administration, organisation_settings
from smo.health import healthz, readyz
from smo.home.approving import decide_values
from smo.home.chasing import remind_person
from smo.home.filling import fill_values
from smo.home.views import home, search
from smo.home.work import my_work

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("", home, name="home"),
    path("my-work/", my_work, name="my_work"),
    path("my-work/by-kpi/", fill_values, name="fill_values"),
    path("my-work/by-kpi/<path:code>/", fill_values, name="fill_kpi"),
    path("my-work/decide/", decide_values, name="decide_values"),
    path("my-work/remind/<int:pk>/", remind_person, name="remind_person"),
    path("search/", search, name="search"),
    path("administration/", administration, name="administration"),
    path("administration/organisation/", organisation_settings, name="organisation"),
    path("", include("org.urls")),
    path("accounts/", include("smo.home.account_urls")),
    path("api/", include("smo.api")),
    path("", include("kpis.urls")),
    path("", include("strategy.urls")),
    path("", include("initiatives.urls")),
    path("", include("risks.urls")),
    path("", include("comms.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]

handler404 = "smo.home.errors.not_found"
handler500 = "smo.home.errors.server_error"

if settings.DEBUG or settings.DEMO:
    urlpatterns.append(path("styleguide/", include("smo.styleguide.urls")))
