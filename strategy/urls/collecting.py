"""Routes of rounds that collect items, the TOWS matrix and the gap check."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
