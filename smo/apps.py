"""The assembled product."""

from django.apps import AppConfig


class SmoConfig(AppConfig):
    """Pages that need every app; the demonstration; health."""

    name = "smo"
    verbose_name = "SMO"
