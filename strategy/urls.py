"""Routes of the strategy's pages."""

from django.urls import path

from strategy.views import department, plans, scorecard
from strategy.views.stratml import ImportStratml

urlpatterns = [
    path("strategy/", plans.plans, name="plans"),
    path("strategy/import/stratml/", ImportStratml.as_view(), name="import_stratml"),
    path("strategy/plan/<path:code>/", plans.plan, name="plan"),
    path("strategy/objective/<int:pk>/", plans.objective, name="objective"),
    path("performance/", scorecard.performance, name="performance"),
    path("performance/scorecard/", scorecard.scorecard, name="scorecard"),
    path("performance/departments/", department.department_scores, name="department_scores"),
    path(
        "performance/departments/<str:code>/",
        department.department_performance,
        name="department_performance",
    ),
]
