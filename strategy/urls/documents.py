"""Routes of plan documents, StratML, the strategy calendar and the charter."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
