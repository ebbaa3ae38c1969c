"""Routes of risks: rating."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
