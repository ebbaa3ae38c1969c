"""Routes of the assessment of where the organisation stands."""

from django.urls import URLPattern, path

from strategy.views.analysis import board, findings, judging, page

urlpatterns: list[URLPattern] = [
    path("strategy/analysis/<path:code>/", page.analysis, name="analysis"),
    path("strategy/add/finding/<str:kind>/<path:code>/", findings.add, name="add_finding"),
    path("strategy/finding/<str:kind>/<int:pk>/", findings.finding, name="finding"),
    path("strategy/finding/<str:kind>/<int:pk>/change/", findings.change, name="change_finding"),
    path("strategy/finding/<str:kind>/<int:pk>/remove/", findings.remove, name="remove_finding"),
    path("strategy/board/<int:pk>/place/", board.place, name="place_item"),
    path("strategy/scenario/<int:pk>/effects/", judging.effects, name="scenario_effects"),
    path("strategy/assumption/<int:pk>/answer/", judging.answer, name="answer_assumption"),
]
