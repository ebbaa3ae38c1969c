"""Routes of risks: rating."""

from django.urls import URLPattern, path

from risks.views.response import rate

urlpatterns: list[URLPattern] = [
    path("risks/<str:code>/rate/", rate.rate, name="rate_risk"),
]
