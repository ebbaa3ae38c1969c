"""Routes of the assessment of where the organisation stands."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
