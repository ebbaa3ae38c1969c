"""Routes of plan documents, StratML, the strategy calendar and the charter."""

from django.urls import path

from strategy.views import documents

urlpatterns = [
    path("strategy/document/<path:code>/", documents.document, name="plan_document"),
    path("strategy/pdf/<path:code>/", documents.as_pdf, name="plan_pdf"),
    path("strategy/stratml/<path:code>/", documents.as_stratml, name="plan_stratml"),
]
