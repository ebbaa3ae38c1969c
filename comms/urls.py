"""Routes of communication's pages."""

from django.urls import path

from comms.views import reports, runs

urlpatterns = [
    path("communication/reports/", reports.reports, name="reports"),
    path("communication/reports/add/", reports.add_report, name="add_report"),
    path("communication/reports/<int:pk>/", reports.report, name="report"),
    path("communication/reports/<int:pk>/change/", reports.change_report, name="change_report"),
    path("communication/reports/<int:pk>/remove/", reports.remove_report, name="remove_report"),
    path("communication/reports/<int:pk>/preview/", reports.report_preview, name="report_preview"),
    path("communication/reports/<int:pk>/send/", reports.send_report, name="send_report"),
    path("communication/runs/<int:pk>/", runs.report_run, name="report_run"),
    path("communication/runs/<int:pk>/body/", runs.report_body, name="report_body"),
]
