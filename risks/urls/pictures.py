"""Routes of risks: pictures."""

from django.urls import URLPattern, path

from risks.views.pictures import heat, objectives

urlpatterns: list[URLPattern] = [
    path("register/heat-map/", heat.heat_map_page, name="heat_map"),
    path("register/objectives/", objectives.risks_by_objective, name="risks_by_objective"),
]
