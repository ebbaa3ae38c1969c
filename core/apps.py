"""The ground floor: what every app stands on, knowing none of them."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Outbox, slots, due items, search, history, REST base, files, mail, logging."""

    name = "core"
    verbose_name = "Core"
