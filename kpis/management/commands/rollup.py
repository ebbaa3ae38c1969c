"""`manage.py rollup`: compute cells by hand."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kpis.actions import roll_up_all, roll_up_dirty, share_rollup


class Command(BaseCommand):
    """Compute what changed, or everything."""

    help = "Computes the cells of KPIs whose values changed; with --all those of every KPI."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Two options."""
        parser.add_argument("--all", action="store_true", help="compute every KPI over all its years")
        parser.add_argument(
            "--spread", action="store_true", help="with --all: leave it to the Celery workers"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Compute and say how much and how long, or hand it over to the workers."""
        if options["spread"]:
            self._hand_over(everything=options["all"])
            return
        started = time.perf_counter()
        count = roll_up_all() if options["all"] else roll_up_dirty()
        self.stdout.write(f"{count} KPIs computed in {time.perf_counter() - started:.2f} s")

    def _hand_over(self, everything: bool) -> None:
        if not everything:
            raise CommandError("--spread goes with --all")
        share_rollup()
        self.stdout.write("The workers compute every KPI between them.")
