"""Routes of initiatives: planning."""

from django.urls import URLPattern, URLResolver, include, path

from initiatives.views.planning import (
    baselines,
    calendar,
    dependencies,
    doing,
    pasting,
    plan,
    portfolio,
    roadmap,
    tasks,
)

_plan = [
    path("", plan.initiative_plan, name="initiative_plan"),
    path("calendar.ics", calendar.of_initiative, name="initiative_calendar"),
    path("tasks/add/", tasks.add, name="add_plan_task"),
    path("tasks/paste/", pasting.paste, name="paste_tasks"),
    path("tasks/<int:pk>/", tasks.change, name="change_plan_task"),
    path("tasks/<int:pk>/row/", tasks.save, name="save_plan_task"),
    path("tasks/<int:pk>/report/", doing.report, name="report_task"),
    path("tasks/<int:pk>/move/", doing.move, name="move_task"),
    path("tasks/<int:pk>/remove/", tasks.remove, name="remove_plan_task"),
    path("tasks/<int:pk>/dependencies/add/", dependencies.add, name="add_dependency"),
    path("dependencies/<int:pk>/", dependencies.change, name="change_dependency"),
    path("dependencies/<int:pk>/remove/", dependencies.remove, name="remove_dependency"),
    path("baselines/add/", baselines.agree, name="set_baseline"),
    path("baselines/<int:number>/", baselines.compare, name="plan_baseline"),
    path("notices/<int:pk>/seen/", doing.see, name="see_plan_notice"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("portfolio/gantt/", portfolio.gantt, name="portfolio_gantt"),
    path("portfolio/roadmap/", roadmap.roadmap, name="roadmap"),
    path("initiatives/<str:code>/plan/", include(_plan)),
]
