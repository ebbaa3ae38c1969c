"""Routes of initiatives: coordination."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
