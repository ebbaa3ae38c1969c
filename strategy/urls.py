"""Routes of the strategy's pages."""

from django.urls import path

from strategy.views import plans, scorecard
from strategy.views.stratml import ImportStratml

urlpatterns = [
    path("strategy/", plans.plans, name="plans"),
    path("strategy/import/stratml/", ImportStratml.as_view(), name="import_stratml"),
    path("strategy/plan/<path:code>/", plans.plan, name="plan"),
    path("strategy/objective/<int:pk>/", plans.objective, name="objective"),
    path("performance/", scorecard.performance, name="performance"),
    path("performance/scorecard/", scorecard.scorecard, name="scorecard"),
]
