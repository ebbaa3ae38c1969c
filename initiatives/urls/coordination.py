"""Routes of initiatives: what they have to do with each other."""

from django.urls import URLPattern, path

from initiatives.views import coordination

urlpatterns: list[URLPattern] = [
    path("portfolio/coordination/", coordination.coordination, name="coordination"),
    path("portfolio/coordination/<str:first>/<str:second>/", coordination.overlap, name="overlap"),
    path(
        "portfolio/coordination/<str:first>/<str:second>/merge/", coordination.merge, name="merge_initiatives"
    ),
]
