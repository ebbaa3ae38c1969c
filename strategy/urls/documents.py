"""Routes of plan documents, StratML, the strategy calendar and the charter."""

from django.urls import path

from strategy.views import calendar, charter, documents

urlpatterns = [
    path("strategy/document/<path:code>/", documents.document, name="plan_document"),
    path("strategy/pdf/<path:code>/", documents.as_pdf, name="plan_pdf"),
    path("strategy/stratml/<path:code>/", documents.as_stratml, name="plan_stratml"),
    path("strategy/calendar/", calendar.strategy_calendar, name="strategy_calendar"),
    path("strategy/calendar/add/", calendar.add, name="add_strategy_date"),
    path("strategy/calendar/address/", calendar.address, name="calendar_address"),
    path("strategy/calendar/strategy.ics", calendar.as_file, name="calendar_file"),
    path("strategy/calendar/<int:pk>/", calendar.change, name="change_strategy_date"),
    path("strategy/calendar/<int:pk>/remove/", calendar.remove, name="remove_strategy_date"),
    path("calendar-feed/<str:secret>.ics", calendar.feed, name="calendar_feed"),
    path("strategy/charter/", charter.charter, name="charter"),
    path("strategy/charter/change/", charter.change, name="change_charter"),
]
