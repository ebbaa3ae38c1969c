"""Routes of risks: exposure."""

from django.urls import URLPattern, path

from risks.views.exposure import quantity, runs

urlpatterns: list[URLPattern] = [
    path("register/exposure/", runs.exposure, name="exposure"),
    path("register/exposure/new/", runs.compute, name="compute_exposure"),
    path("register/exposure/compare/", runs.compare, name="compare_exposure"),
    path("register/exposure/<int:pk>/", runs.run, name="exposure_run"),
    path("register/exposure/<int:pk>/remove/", runs.remove, name="remove_exposure_run"),
    path("risks/<str:code>/numbers/", quantity.estimate, name="estimate_risk"),
    path("risks/<str:code>/numbers/remove/", quantity.forget, name="forget_estimate"),
]
