"""Routes of initiatives: benefits."""

from django.urls import URLPattern, path

from initiatives.views.benefits import initiative, portfolio

urlpatterns: list[URLPattern] = [
    path("portfolio/benefits/", portfolio.portfolio_benefits, name="portfolio_benefits"),
    path("initiatives/<str:code>/benefits/", initiative.benefits, name="initiative_benefits"),
    path("initiatives/<str:code>/benefits/add/", initiative.new_benefit, name="add_benefit"),
    path("initiatives/<str:code>/benefits/<int:pk>/change/", initiative.change, name="change_benefit"),
    path("initiatives/<str:code>/benefits/<int:pk>/check/", initiative.check, name="check_benefit"),
    path("initiatives/<str:code>/benefits/<int:pk>/remove/", initiative.remove, name="remove_benefit"),
]
