"""Routes of risks: reviewing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
