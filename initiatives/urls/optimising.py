"""Routes of the best portfolio under limits."""

from django.urls import URLPattern, path

from initiatives.views.optimising import scenario, scenarios

urlpatterns: list[URLPattern] = [
    path("portfolio/scenarios/", scenarios.scenarios, name="scenarios"),
    path("portfolio/scenarios/add/", scenarios.add, name="add_scenario"),
    path("portfolio/scenarios/compare/", scenario.compare, name="compare_scenarios"),
    path("portfolio/scenarios/<int:pk>/", scenario.scenario, name="scenario"),
    path("portfolio/scenarios/<int:pk>/progress/", scenario.progress, name="scenario_progress"),
    path("portfolio/scenarios/<int:pk>/change/", scenarios.change, name="change_scenario"),
    path("portfolio/scenarios/<int:pk>/limits/", scenarios.limits, name="scenario_limits"),
    path("portfolio/scenarios/<int:pk>/copy/", scenarios.copy, name="copy_scenario"),
    path("portfolio/scenarios/<int:pk>/adopt/", scenario.adopt, name="adopt_scenario"),
    path("portfolio/scenarios/<int:pk>/remove/", scenarios.remove, name="remove_scenario"),
]
