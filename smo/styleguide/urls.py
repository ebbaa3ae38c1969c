"""Routes of the styleguide; included only with DEBUG or in the demonstration."""

from django.urls import path

from smo.styleguide import views

app_name = "styleguide"
urlpatterns = [
    path("", views.styleguide, name="components"),
    path("confirm/", views.confirm, name="confirm"),
]
