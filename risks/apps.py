"""Risks: what threatens or favours objectives, and what is done about it."""

from django.apps import AppConfig


class RisksConfig(AppConfig):
    """The risk register."""

    name = "risks"
    verbose_name = "Risks"
