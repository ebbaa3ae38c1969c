"""Routes of initiatives: imports."""

from django.urls import URLPattern, path

from initiatives.views.imports import ImportInitiatives

urlpatterns: list[URLPattern] = [
    path("portfolio/import/", ImportInitiatives.as_view(), name="import_initiatives"),
]
