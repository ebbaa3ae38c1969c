"""Routes of initiatives: imports."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
