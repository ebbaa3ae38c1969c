"""Routes of risks: workshops."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
