"""The organisation: people, departments, roles, tokens, the fiscal calendar."""

from django.apps import AppConfig


class OrgConfig(AppConfig):
    """People and departments."""

    name = "org"
    verbose_name = "Organisation"
