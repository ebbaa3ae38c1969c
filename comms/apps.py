"""Telling and listening."""

from django.apps import AppConfig


class CommsConfig(AppConfig):
    """Scheduled performance reports."""

    name = "comms"
    verbose_name = "Communication"
