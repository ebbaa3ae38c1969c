"""Initiatives: what is done so that the strategy comes true."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """Initiatives with their plans, people and money."""

    name = "initiatives"
    verbose_name = "Initiatives"
