"""Routes of the pages of initiatives, by topic."""

from initiatives.urls import (
    benefits,
    coordination,
    framework,
    gates,
    imports,
    means,
    optimising,
    planning,
    portfolio,
    readiness,
    scoring,
    status,
)

# Words come before codes: `/initiatives/<code>/` stands in `portfolio`, which comes last.
urlpatterns = [
    *gates.urlpatterns,
    *framework.urlpatterns,
    *planning.urlpatterns,
    *status.urlpatterns,
    *benefits.urlpatterns,
    *means.urlpatterns,
    *coordination.urlpatterns,
    *scoring.urlpatterns,
    *optimising.urlpatterns,
    *readiness.urlpatterns,
    *imports.urlpatterns,
    *portfolio.urlpatterns,
]
