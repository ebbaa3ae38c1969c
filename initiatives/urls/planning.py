"""Routes of initiatives: planning."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
