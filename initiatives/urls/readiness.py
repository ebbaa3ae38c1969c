"""Routes of initiatives: readiness."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
