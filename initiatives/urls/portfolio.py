"""Routes of initiatives: portfolio."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
