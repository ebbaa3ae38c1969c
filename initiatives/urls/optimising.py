"""Routes of initiatives: optimising."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
