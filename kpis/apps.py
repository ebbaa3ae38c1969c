"""The measuring instrument."""

from django.apps import AppConfig


class KpisConfig(AppConfig):
    """KPIs, their values and what is rolled up from them."""

    name = "kpis"
    verbose_name = "KPIs"
