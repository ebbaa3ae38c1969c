"""The pages of risks that the browser looks at, by topic."""

from tests.browser.pages.risks import (
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

TOPICS = (
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
