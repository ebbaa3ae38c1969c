"""Routes of versions of plans and of revisions of active ones."""

from django.urls import URLPattern, path

from strategy.views.revisions import revision, versions

urlpatterns: list[URLPattern] = [
    path("strategy/versions/<path:code>/", versions.revisions, name="revisions"),
    path("strategy/change/revise/<path:code>/", revision.begin, name="begin_revision"),
    path("strategy/revision/<int:pk>/", revision.revision, name="revision"),
    path("strategy/revision/<int:pk>/<slug:name>/", revision.step, name="revision_step"),
]
