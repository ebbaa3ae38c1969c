"""Routes of initiatives: scoring."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
