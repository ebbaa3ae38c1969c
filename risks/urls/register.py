"""Routes of risks: the register and one risk."""

from django.urls import URLPattern, path

from risks.views.register import listed, risk

urlpatterns: list[URLPattern] = [
    path("risks/", listed.risks, name="risks"),
    path("risks/<str:code>/", risk.risk, name="risk"),
]
