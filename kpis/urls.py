"""Routes of the measuring instrument's pages."""

from django.urls import path

from kpis.views import detail, entry, imports, library, stamp

urlpatterns = [
    path("performance/stamp/", stamp.computation_stamp, name="computation_stamp"),
    path("performance/kpis/", library.kpis, name="kpis"),
    path("performance/kpis/<path:code>/", detail.kpi, name="kpi"),
    path("performance/imports/", imports.imports, name="performance_imports"),
    path("performance/imports/kpis/", imports.ImportKpis.as_view(), name="import_kpis"),
    path("performance/imports/values/", imports.ImportMeasurements.as_view(), name="import_measurements"),
    path("performance/enter/<path:code>/", entry.enter_value, name="enter_value"),
]
