"""Routes of risks: imports."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
