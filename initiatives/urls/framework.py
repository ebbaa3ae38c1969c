"""Routes of initiatives: methods, and how an initiative follows one."""

from django.urls import URLPattern, path

from initiatives.views.framework import following, methods, parts

urlpatterns: list[URLPattern] = [
    path("portfolio/methods/", methods.methods, name="methods"),
    path("portfolio/methods/begin/", methods.begin, name="begin_with_methods"),
    path("portfolio/methods/add/", methods.new_method, name="add_method"),
    path("portfolio/method-parts/<str:kind>/<int:pk>/change/", parts.change_part, name="change_method_part"),
    path("portfolio/method-parts/<str:kind>/<int:pk>/remove/", parts.remove_part, name="remove_method_part"),
    path("portfolio/method-parts/<str:kind>/<int:pk>/move/", parts.move_part, name="move_method_part"),
    path("portfolio/methods/<str:code>/", methods.method, name="method"),
    path("portfolio/methods/<str:code>/change/", methods.change_method, name="change_method"),
    path("portfolio/methods/<str:code>/archive/", methods.archive_method, name="archive_method"),
    path("portfolio/methods/<str:code>/add/<str:kind>/", parts.add_part, name="add_method_part"),
    path("initiatives/<str:code>/method/", following.initiative_method, name="initiative_method"),
    path("initiatives/<str:code>/method/choose/", following.follow, name="follow_method"),
    path("initiatives/<str:code>/method/<int:pk>/", following.answer, name="answer_element"),
    path("initiatives/<str:code>/method/<int:pk>/tick/", following.tick, name="tick_element"),
]
