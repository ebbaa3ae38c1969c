"""Routes of rounds that collect items, the TOWS matrix and the gap check."""

from django.urls import URLPattern, path

from strategy.views.collecting import round, rounds
from strategy.views.options import matrix, option, priority, statement

urlpatterns: list[URLPattern] = [
    path("strategy/rounds/<path:code>/", rounds.rounds, name="rounds"),
    path("strategy/add/round/<path:code>/", rounds.add_round, name="add_round"),
    path("strategy/round/<int:pk>/", round.round, name="round"),
    path("strategy/round/<int:pk>/change/", rounds.change, name="change_round"),
    path("strategy/round/<int:pk>/remove/", rounds.remove, name="remove_round"),
    path("strategy/round/item/<int:pk>/", round.item, name="round_item"),
    path("strategy/options/<path:code>/", matrix.options, name="options"),
    path("strategy/add/option/<path:code>/", option.add, name="add_option"),
    path("strategy/option/<int:pk>/", option.option, name="option"),
    path("strategy/option/<int:pk>/change/", option.change, name="change_option"),
    path("strategy/option/<int:pk>/<slug:deed>/", option.decide, name="decide_option"),
    path("strategy/statement/<path:code>/", statement.parts, name="statement_parts"),
    path("strategy/statement-part/<int:pk>/", statement.part, name="change_statement_part"),
    path("strategy/priority/<int:pk>/", priority.priority, name="priority"),
    path("strategy/priority/<int:pk>/links/", priority.links, name="link_priority"),
]
