"""Routes of stage gates."""

from django.urls import URLPattern, path

from initiatives.views.gates import criteria, passing

urlpatterns: list[URLPattern] = [
    path("portfolio/gates/", criteria.criteria, name="gate_criteria"),
    path("portfolio/gates/add/", criteria.new_criterion, name="add_gate_criterion"),
    path("portfolio/gates/<int:pk>/", criteria.criterion, name="change_gate_criterion"),
    path("initiatives/<str:code>/gates/", passing.gates, name="initiative_gates"),
    path("initiatives/<str:code>/gates/ask/", passing.ask, name="ask_gate"),
    path("initiatives/<str:code>/gates/<int:pk>/", passing.gate, name="gate_decision"),
    path("initiatives/<str:code>/gates/<int:pk>/withdraw/", passing.withdraw, name="withdraw_gate"),
]
