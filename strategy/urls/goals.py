"""Routes of SMART goals, commentary, teams and the action plan."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
