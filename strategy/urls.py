"""Routes of the strategy's pages."""

from django.urls import path

from strategy.views import scorecard

urlpatterns = [
    path("performance/", scorecard.performance, name="performance"),
    path("performance/scorecard/", scorecard.scorecard, name="scorecard"),
]
