"""Routes of alignment, departmental and functional plans, and of everybody's part in the strategy."""

from django.urls import URLPattern, path

from strategy.views.cascade import alignment, mine, objectives, parts, pieces, steps

# A plan's code may hold slashes, so it stands last.
urlpatterns: list[URLPattern] = [
    path("strategy/alignment/<path:code>/", alignment.alignment, name="alignment"),
    path("strategy/part/", mine.my_part, name="my_part"),
    path("strategy/part/<str:code>/", mine.of_department, name="department_part"),
    path("strategy/departments/<path:code>/", parts.department_plans, name="department_plans"),
    path("strategy/departmental/begin/<path:code>/", parts.begin, name="begin_part"),
    path("strategy/departmental/plan/<path:code>/", parts.department_plan, name="department_plan"),
    path("strategy/departmental/remove/<path:code>/", parts.remove, name="remove_part"),
    path("strategy/departmental/step/<slug:step>/<path:code>/", steps.step, name="take_step"),
    path("strategy/departmental/adopt/<path:code>/", objectives.adopt, name="adopt_objectives"),
    path("strategy/departmental/support/<path:code>/", objectives.support, name="support_objective"),
    path(
        "strategy/objective/<int:pk>/contributions/add/",
        objectives.add_contribution,
        name="add_contribution",
    ),
    path(
        "strategy/contribution/<int:pk>/remove/", objectives.remove_contribution, name="remove_contribution"
    ),
    path("strategy/add/part/<slug:kind>/<path:code>/", pieces.add, name="add_plan_part"),
    path("strategy/plan-part/<slug:kind>/<int:pk>/change/", pieces.change, name="change_plan_part"),
    path("strategy/plan-part/<slug:kind>/<int:pk>/remove/", pieces.remove, name="remove_plan_part"),
]
