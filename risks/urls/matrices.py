"""Routes of risks: matrices."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
