"""`manage.py bench_data`: an invented organisation to measure with."""

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from core.errors import Refused
from kpis.invented import invent


def last_whole_year(today: dt.date) -> dt.date:
    """The last day of the calendar year before this one."""
    return dt.date(today.year - 1, 12, 31)


class Command(BaseCommand):
    """Fill an empty database with departments, KPIs, values and targets."""

    help = "Fills an empty database with an invented organisation to measure with; the same every time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How much, and until when."""
        parser.add_argument("--kpis", type=int, default=200)
        parser.add_argument("--departments", type=int, default=100, help="that report: leaves in four levels")
        parser.add_argument("--months", type=int, default=60)
        parser.add_argument(
            "--last",
            type=dt.date.fromisoformat,
            default=None,
            help="a day of the last month with values (default: December of last year)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Store it and say how much."""
        sizes = {name: options[name] for name in ("kpis", "departments", "months")}
        if min(sizes.values()) < 1:
            raise CommandError("Numbers are 1 or more.")
        last = options["last"] or last_whole_year(timezone.localdate())
        try:
            made = invent(**sizes, last=last)
        except Refused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(
            f"{len(made.kpis)} KPIs, {len(made.leaves)} departments that report, {made.values} measurements"
        )
