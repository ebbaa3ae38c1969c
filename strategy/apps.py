"""Plans, their objectives and scorecards."""

from django.apps import AppConfig


class StrategyConfig(AppConfig):
    """The strategy."""

    name = "strategy"
    verbose_name = "Strategy"
