"""The assembled product."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SmoConfig(AppConfig):
    """Pages that need every app; the demonstration; health."""

    name = "smo"
    verbose_name = "SMO"

    def ready(self) -> None:
        """Fill the registries of `core` and the permission table from the modules that declare them."""
        autodiscover_modules("permissions", "subscribers", "slots", "due", "search", "badges")
