"""Routes of risks: rating."""

from django.urls import URLPattern, path

from risks.views.response import deeds

urlpatterns: list[URLPattern] = [
    path("risks/<str:code>/rate/", deeds.rate, name="rate_risk"),
]
