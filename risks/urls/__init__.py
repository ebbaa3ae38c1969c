"""Routes of the pages of risks, by topic."""

from risks.urls import (
    exposure,
    imports,
    indicators,
    matrices,
    pictures,
    rating,
    register,
    response,
    reviewing,
    workshops,
)

# Words come before codes: `/risks/<code>/` stands in `register`, which comes last.
urlpatterns = [
    *matrices.urlpatterns,
    *rating.urlpatterns,
    *workshops.urlpatterns,
    *response.urlpatterns,
    *indicators.urlpatterns,
    *reviewing.urlpatterns,
    *pictures.urlpatterns,
    *exposure.urlpatterns,
    *imports.urlpatterns,
    *register.urlpatterns,
]
