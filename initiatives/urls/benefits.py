"""Routes of initiatives: benefits."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
