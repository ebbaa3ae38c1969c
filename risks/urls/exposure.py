"""Routes of risks: exposure."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
