"""Routes of risks: indicators."""

from django.urls import URLPattern, path

from risks.views.response import lists

urlpatterns: list[URLPattern] = [
    path("register/indicators/", lists.indicators, name="risk_indicators"),
]
