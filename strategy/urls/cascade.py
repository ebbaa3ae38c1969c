"""Routes of alignment, departmental and functional plans."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
