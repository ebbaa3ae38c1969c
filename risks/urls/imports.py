"""Routes of risks: imports."""

from django.urls import URLPattern, path

from risks.views.imports import ImportRisks

urlpatterns: list[URLPattern] = [
    path("register/import/", ImportRisks.as_view(), name="import_risks"),
]
