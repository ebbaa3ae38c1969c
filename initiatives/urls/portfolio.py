"""Routes of the portfolio and of initiatives themselves."""

from django.urls import URLPattern, path

from initiatives.views.portfolio import board, categories, editing, initiative, listed, many

urlpatterns: list[URLPattern] = [
    path("portfolio/add/", editing.new_initiative, name="add_initiative"),
    path("portfolio/board/", board.board, name="initiative_board"),
    path("portfolio/bulk/", many.many, name="bulk_initiatives"),
    path("portfolio/categories/", categories.categories, name="initiative_categories"),
    path("portfolio/categories/add/", categories.new_category, name="add_category"),
    path("portfolio/categories/<int:pk>/", categories.category, name="change_category"),
    path("initiatives/", listed.initiatives, name="initiatives"),
    path("initiatives/<str:code>/", initiative.initiative, name="initiative"),
    path("initiatives/<str:code>/change/", editing.change, name="change_initiative"),
    path("initiatives/<str:code>/objectives/", editing.objectives, name="initiative_objectives"),
    path("initiatives/<str:code>/departments/", editing.departments, name="initiative_departments"),
    path("initiatives/<str:code>/remove/", editing.remove, name="remove_initiative"),
]
