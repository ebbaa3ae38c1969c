"""`manage.py import_stratml`: a StratML file becomes a plan."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core.errors import Refused
from strategy.actions.stratml import ImportReport, import_document
from strategy.actions.stratml.wording import consequences, warnings
from strategy.stratml.errors import StratmlError
from strategy.stratml.reader import read

REFUSED = 2


class Command(BaseCommand):
    """Store the whole file or nothing; its last line names the plan."""

    help = "Imports a strategic plan or performance report in StratML (Part 1 or 2)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and how to take it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would be stored, store nothing")
        parser.add_argument("--code", default="", help="the plan's code (default: made of its name)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import and report; a refused file ends with exit code 2 and the reason on stderr."""
        try:
            document = read(options["file"].read_bytes())
            report = import_document(
                by=None, document=document, code=options["code"], dry_run=options["dry_run"]
            )
        except OSError as error:
            message = _("%(file)s cannot be read: %(reason)s")
            raise CommandError(
                message % {"file": options["file"], "reason": error.strerror}, returncode=REFUSED
            ) from error
        except (StratmlError, Refused) as error:
            message = _("%(file)s is refused, nothing was stored. %(reason)s")
            raise CommandError(
                message % {"file": options["file"].name, "reason": error}, returncode=REFUSED
            ) from error
        for line in report_lines(report):
            self.stdout.write(line)


def report_lines(report: ImportReport) -> list[str]:
    """The report in lines of text, the last one `plan: CODE`."""
    lines = [report.plan_name, ", ".join(f"{number} {what}" for what, number in report.counts.items())]
    lines += [_("warning: ") + warning for warning in warnings(report)]
    lines += consequences(report)
    if report.dry_run:
        lines.append(_("Dry run: nothing was stored."))
    return [*lines, f"plan: {report.plan_code}"]
