"""The pages of initiatives that the browser looks at, by topic."""

from tests.browser.pages.initiatives import (
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

TOPICS = (
    portfolio,
    gates,
    framework,
    planning,
    status,
    benefits,
    means,
    coordination,
    scoring,
    optimising,
    readiness,
    imports,
)
