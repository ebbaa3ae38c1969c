"""Routes of initiatives: people, money, technology, and what the whole portfolio takes."""

from django.urls import URLPattern, path

from initiatives.views.means import capacity, following, initiative, lists, money, people, resources, uses

urlpatterns: list[URLPattern] = [
    path("portfolio/resources/", resources.resources, name="resources"),
    path("portfolio/money/", following.money_follows, name="money_follows"),
    path("portfolio/capacities/", capacity.capacities, name="capacities"),
    path("portfolio/capacities/add/", capacity.new, name="add_capacity"),
    path("portfolio/capacities/<int:pk>/", capacity.change, name="change_capacity"),
    path("portfolio/capacities/<int:pk>/remove/", capacity.remove, name="remove_capacity"),
    path("portfolio/technologies/", lists.technologies, name="technologies"),
    path("portfolio/skills-and-sources/", lists.lists, name="means_lists"),
    path("portfolio/listed/<slug:kind>/add/", lists.new, name="add_listed"),
    path("portfolio/listed/<slug:kind>/<int:pk>/", lists.change, name="change_listed"),
    path("portfolio/listed/<slug:kind>/<int:pk>/remove/", lists.remove, name="remove_listed"),
    path("initiatives/<str:code>/means/", initiative.initiative_means, name="initiative_means"),
    path("initiatives/<str:code>/means/people/", people.grid, name="initiative_people"),
    path("initiatives/<str:code>/means/people/add/", people.new, name="add_allocation"),
    path("initiatives/<str:code>/means/people/<int:pk>/", people.change, name="change_allocation"),
    path("initiatives/<str:code>/means/people/<int:pk>/remove/", people.remove, name="remove_allocation"),
    path("initiatives/<str:code>/means/money/", money.money, name="initiative_money"),
    path("initiatives/<str:code>/means/technology/add/", uses.new, name="add_technology_use"),
    path("initiatives/<str:code>/means/technology/<int:pk>/", uses.change, name="change_technology_use"),
    path(
        "initiatives/<str:code>/means/technology/<int:pk>/remove/", uses.remove, name="remove_technology_use"
    ),
]
