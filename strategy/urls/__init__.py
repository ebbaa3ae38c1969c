"""Routes of the strategy's pages; a topic with many has a module of its own."""

from django.urls import include, path

from strategy.urls import analysis, cascade, collecting, consultation, documents, goals, mapping, revisions
from strategy.views import (
    check,
    department,
    edit_links,
    edit_objective,
    edit_plan,
    edit_structure,
    plans,
    restatements,
    scorecard,
    why,
)
from strategy.views.stratml import ImportStratml

# A plan's code may hold slashes, so it stands last.
_edit_plan = [
    path("strategy/plans/add/", edit_plan.new_plan, name="add_plan"),
    path("strategy/change/plan/<path:code>/", edit_plan.plan, name="change_plan"),
    path("strategy/check/<path:code>/", check.check_plan, name="check_plan"),
    path("strategy/change/state/<path:code>/", edit_plan.state, name="plan_state"),
    path("strategy/change/weights/<path:code>/", edit_structure.weights, name="weigh_perspectives"),
    path("strategy/add/value/<path:code>/", edit_plan.new_value, name="add_value"),
    path("strategy/add/perspective/<path:code>/", edit_structure.new_perspective, name="add_perspective"),
    path("strategy/add/priority/<path:code>/", edit_structure.new_priority, name="add_priority"),
    path("strategy/add/objective/<path:code>/", edit_objective.new_objective, name="add_objective"),
    path("strategy/value/<int:pk>/change/", edit_plan.value, name="change_value"),
    path("strategy/perspective/<int:pk>/change/", edit_structure.perspective, name="change_perspective"),
    path("strategy/priority/<int:pk>/change/", edit_structure.priority, name="change_priority"),
]

_edit_objective = [
    path("change/", edit_objective.objective, name="change_objective"),
    path("place/", edit_objective.place, name="place_objective"),
    path("kpis/add/", edit_links.new_kpi, name="link_kpi"),
    path("kpis/weights/", edit_links.weights, name="weigh_kpis"),
    path("kpis/<int:kpi_pk>/remove/", edit_links.remove_kpi, name="unlink_kpi"),
    path("effects/add/", edit_links.new_effect, name="add_effect"),
    path("causes/add/", edit_links.new_cause, name="add_cause"),
    path("links/<int:link_pk>/remove/", edit_links.withdraw, name="unlink_cause"),
]

urlpatterns = [
    *analysis.urlpatterns,
    *cascade.urlpatterns,
    *collecting.urlpatterns,
    *consultation.urlpatterns,
    *documents.urlpatterns,
    *goals.urlpatterns,
    *mapping.urlpatterns,
    *revisions.urlpatterns,
    path("strategy/", plans.plans, name="plans"),
    path("strategy/import/stratml/", ImportStratml.as_view(), name="import_stratml"),
    path("strategy/plan/<path:code>/", plans.plan, name="plan"),
    path("strategy/objective/<int:pk>/", plans.objective, name="objective"),
    path("strategy/objective/<int:pk>/", include(_edit_objective)),
    *_edit_plan,
    path("performance/", scorecard.performance, name="performance"),
    path("performance/scorecard/", scorecard.scorecard, name="scorecard"),
    path("performance/why/", why.why, name="why"),
    path("performance/restatements/", restatements.restatements, name="restatements"),
    path("performance/departments/", department.department_scores, name="department_scores"),
    path(
        "performance/departments/<str:code>/",
        department.department_performance,
        name="department_performance",
    ),
]
