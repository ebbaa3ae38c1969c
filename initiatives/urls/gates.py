"""Routes of initiatives: gates."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
