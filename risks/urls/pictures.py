"""Routes of risks: pictures."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
