"""Routes of prioritisation."""

from django.urls import URLPattern, path

from initiatives.views.scoring import criteria, round, rounds

urlpatterns: list[URLPattern] = [
    path("portfolio/scoring/", rounds.rounds, name="scoring_rounds"),
    path("portfolio/scoring/begin/", rounds.begin, name="begin_scoring_round"),
    path("portfolio/scoring/criteria/", criteria.criteria, name="scoring_criteria"),
    path("portfolio/scoring/criteria/add/", criteria.add, name="add_scoring_criterion"),
    path("portfolio/scoring/criteria/<int:pk>/", criteria.change, name="change_scoring_criterion"),
    path("portfolio/scoring/criteria/<int:pk>/remove/", criteria.remove, name="remove_scoring_criterion"),
    path("portfolio/scoring/<int:pk>/", round.round, name="scoring_round"),
    path("portfolio/scoring/<int:pk>/change/", rounds.change, name="change_scoring_round"),
    path("portfolio/scoring/<int:pk>/remove/", rounds.remove, name="remove_scoring_round"),
    path("portfolio/scoring/<int:pk>/result.<str:kind>", round.export, name="scoring_result"),
]
