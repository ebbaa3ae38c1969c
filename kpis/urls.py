"""Routes of the measuring instrument's pages."""

from django.urls import path

from kpis.views import entry, imports

urlpatterns = [
    path("performance/imports/", imports.imports, name="performance_imports"),
    path("performance/imports/kpis/", imports.ImportKpis.as_view(), name="import_kpis"),
    path("performance/imports/values/", imports.ImportMeasurements.as_view(), name="import_measurements"),
    path("performance/enter/<path:code>/", entry.enter_value, name="enter_value"),
]
