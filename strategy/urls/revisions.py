"""Routes of versions of plans, revisions of active ones, beginning from a template, archiving."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
