"""Routes of initiatives: means."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
