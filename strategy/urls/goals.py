"""Routes of SMART goals, commentary, teams and the action plan."""

from django.urls import URLPattern, path

from strategy.views.goals import action_plan, goal, objective, steps

urlpatterns: list[URLPattern] = [
    path("strategy/action-plan/<path:code>/", action_plan.action_plan, name="action_plan"),
    path("strategy/objective/<int:pk>/goals/add/", goal.new_goal, name="add_goal"),
    path("strategy/objective/<int:pk>/goals/check/", goal.check, name="check_goal"),
    path("strategy/objective/<int:pk>/people/", objective.people, name="objective_people"),
    path("strategy/objective/<int:pk>/commentary/", objective.commentary, name="commentary"),
    path("strategy/commentary/<int:pk>/remove/", objective.remove, name="remove_commentary"),
    path("strategy/goal/<int:pk>/", goal.goal, name="goal"),
    path("strategy/goal/<int:pk>/change/", goal.change, name="change_goal"),
    path("strategy/goal/<int:pk>/state/", goal.state, name="goal_state"),
    path("strategy/goal/<int:pk>/steps/add/", steps.new_step, name="add_step"),
    path("strategy/step/<int:pk>/change/", steps.step, name="change_step"),
    path("strategy/step/<int:pk>/remove/", steps.remove, name="remove_step"),
    path("strategy/step/<int:pk>/tick/", goal.tick, name="tick_step"),
]
