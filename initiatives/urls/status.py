"""Routes of initiatives: status."""

from django.urls import URLPattern, path

from initiatives.views.status import due, history, portfolio, questions, writing

urlpatterns: list[URLPattern] = [
    path("portfolio/status/", portfolio.portfolio_status, name="portfolio_status"),
    path("portfolio/updates/", due.updates_due, name="updates_due"),
    path("initiatives/<str:code>/status/", history.history, name="initiative_status"),
    path("initiatives/<str:code>/status/update/", writing.write_update, name="write_update"),
    path("initiatives/<str:code>/status/draft/", writing.keep, name="keep_draft"),
    path("initiatives/<str:code>/status/draft/drop/", writing.drop, name="drop_draft"),
    path("initiatives/<str:code>/status/<int:pk>/ask/", questions.ask, name="ask_about_update"),
    path("initiatives/<str:code>/status/question/<int:pk>/", questions.answer, name="answer_question"),
]
