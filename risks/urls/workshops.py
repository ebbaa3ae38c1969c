"""Routes of risks: workshops."""

from django.urls import URLPattern, path

from risks.views.workshops import listed, workshop

urlpatterns: list[URLPattern] = [
    path("register/workshops/", listed.workshops, name="risk_workshops"),
    path("register/workshops/begin/", listed.begin, name="begin_risk_workshop"),
    path("register/workshops/<int:pk>/", workshop.workshop, name="risk_workshop"),
]
