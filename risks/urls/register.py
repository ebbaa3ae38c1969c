"""Routes of risks: the register and one risk."""

from django.urls import URLPattern, path

from risks.views.register import editing, listed, risk

urlpatterns: list[URLPattern] = [
    path("risks/", listed.risks, name="risks"),
    path("register/add/", editing.new_risk, name="add_risk"),
    path("risks/<str:code>/", risk.risk, name="risk"),
    path("risks/<str:code>/change/", editing.change, name="change_risk"),
    path("risks/<str:code>/touches/", editing.things, name="risk_things"),
    path("risks/<str:code>/state/", editing.state, name="risk_state"),
    path("risks/<str:code>/remove/", editing.remove, name="remove_risk"),
]
