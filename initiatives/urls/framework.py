"""Routes of initiatives: framework."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
