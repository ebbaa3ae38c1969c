"""Routes of initiatives: change readiness."""

from django.urls import URLPattern, path

from initiatives.views.readiness import doing, groups, portfolio, ratings

_OF = "initiatives/<str:code>/readiness/"

urlpatterns: list[URLPattern] = [
    path("portfolio/readiness/", portfolio.portfolio_readiness, name="portfolio_readiness"),
    path(_OF, groups.readiness, name="initiative_readiness"),
    path(f"{_OF}groups/add/", groups.new_group, name="add_affected_group"),
    path(f"{_OF}groups/<int:pk>/change/", groups.change, name="change_affected_group"),
    path(f"{_OF}groups/<int:pk>/remove/", groups.remove, name="remove_affected_group"),
    path(f"{_OF}groups/<int:pk>/rate/", ratings.rate, name="rate_group"),
    path(
        f"{_OF}groups/<int:pk>/ratings/<int:rating>/remove/", ratings.remove, name="remove_readiness_rating"
    ),
    path(f"{_OF}groups/<int:pk>/act/", doing.new_action, name="add_readiness_action"),
    path(f"{_OF}actions/<int:pk>/change/", doing.change, name="change_readiness_action"),
    path(f"{_OF}actions/<int:pk>/tick/", doing.tick, name="tick_readiness_action"),
    path(f"{_OF}actions/<int:pk>/remove/", doing.remove, name="remove_readiness_action"),
]
