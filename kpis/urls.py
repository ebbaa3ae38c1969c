"""Routes of the measuring instrument's pages."""

from django.urls import path

from kpis.views import (
    benchmarks,
    detail,
    edit,
    edit_series,
    edit_targets,
    entry,
    formula,
    imports,
    library,
    override,
    stamp,
    target_grid,
    target_plans,
)

urlpatterns = [
    path("performance/stamp/", stamp.computation_stamp, name="computation_stamp"),
    path("performance/kpis/", library.kpis, name="kpis"),
    path("performance/kpis/<path:code>/", detail.kpi, name="kpi"),
    path("performance/imports/", imports.imports, name="performance_imports"),
    path("performance/imports/kpis/", imports.ImportKpis.as_view(), name="import_kpis"),
    path("performance/imports/values/", imports.ImportMeasurements.as_view(), name="import_measurements"),
    path("performance/enter/<path:code>/", entry.enter_value, name="enter_value"),
    path("performance/override/<path:code>/", override.override_status, name="override_status"),
    path("performance/overrides/<int:pk>/lift/", override.lift_override, name="lift_override"),
    path("performance/new-kpi/", edit.add_kpi, name="add_kpi"),
    path("performance/formula/check/", formula.check_formula, name="check_formula"),
    path("performance/define/<path:code>/", edit.change_kpi, name="change_kpi"),
    path("performance/benchmark/<path:code>/", benchmarks.add_benchmark, name="add_benchmark"),
    path("performance/benchmarks/<int:pk>/", benchmarks.change_benchmark, name="change_benchmark"),
    path("performance/benchmarks/<int:pk>/remove/", benchmarks.remove_benchmark, name="remove_benchmark"),
    path("performance/targets/<path:code>/", target_grid.kpi_targets, name="target_grid"),
    path("performance/make-targets/<str:how>/<path:code>/", target_plans.plan_targets, name="plan_targets"),
    path("performance/reported-by/<path:code>/", edit_series.kpi_series, name="kpi_series"),
    path("performance/report-at/<path:code>/", edit_series.open_series, name="open_series"),
    path("performance/series/<int:pk>/steward/", edit_series.change_steward, name="change_steward"),
    path("performance/series/<int:pk>/end/", edit_series.close_series, name="close_series"),
    path("performance/series/<int:pk>/targets/", edit_targets.edit_targets, name="edit_targets"),
]
