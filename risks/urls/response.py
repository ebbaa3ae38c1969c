"""Routes of risks: response."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
