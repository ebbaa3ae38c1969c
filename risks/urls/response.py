"""Routes of risks: response."""

from django.urls import URLPattern, path

from risks.views.response import deeds, lists, parts

urlpatterns: list[URLPattern] = [
    path("register/actions/", lists.actions, name="risk_actions"),
    path("risks/<str:code>/response/", deeds.respond, name="choose_response"),
    path("risks/<str:code>/steps/<int:pk>/tick/", deeds.tick, name="tick_step"),
    path("risks/<str:code>/do/<str:deed>/<int:pk>/", deeds.deed, name="risk_deed"),
    path("risks/<str:code>/add/<str:kind>/", parts.add_part, name="add_risk_part"),
    path("risks/<str:code>/parts/<str:kind>/<int:pk>/", parts.change_part, name="change_risk_part"),
    path("risks/<str:code>/parts/<str:kind>/<int:pk>/remove/", parts.remove_part, name="remove_risk_part"),
]
