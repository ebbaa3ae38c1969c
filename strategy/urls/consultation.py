"""Routes of consultation rounds and guests."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
