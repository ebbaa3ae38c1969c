"""Routes of risks: register."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
