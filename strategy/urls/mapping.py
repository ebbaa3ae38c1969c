"""Routes of the strategy map, and of removing elements of a plan."""

from django.urls import URLPattern, path

from strategy.views import mapping, removing

# A plan's code may hold slashes, so it stands last.
urlpatterns: list[URLPattern] = [
    path("strategy/remove/<str:kind>/<int:pk>/", removing.element, name="remove_element"),
    path("strategy/arrow/<int:pk>/", mapping.arrow, name="change_arrow"),
    path("strategy/arrow/<int:pk>/remove/", mapping.remove_arrow, name="remove_arrow"),
    path("strategy/add/arrow/<path:code>/", mapping.new_arrow, name="add_arrow"),
    path("strategy/map/<path:code>/", mapping.strategy_map, name="strategy_map"),
]
