"""`manage.py rollup`: compute cells by hand."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kpis.actions import roll_up_all, roll_up_dirty


class Command(BaseCommand):
    """Compute what changed, or everything."""

    help = "Computes the cells of KPIs whose values changed; with --all those of every KPI."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One option."""
        parser.add_argument("--all", action="store_true", help="compute every KPI over all its years")

    def handle(self, *args: Any, **options: Any) -> None:
        """Compute and say how much and how long."""
        started = time.perf_counter()
        count = roll_up_all() if options["all"] else roll_up_dirty()
        self.stdout.write(f"{count} KPIs computed in {time.perf_counter() - started:.2f} s")
