"""What every `manage.py import_…` has in common."""

from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from core.imports import Importer, Outcome


class ImportCommand(BaseCommand):
    """Import FILE; a subclass names the `importer`. Exit code 0: stored; 2: refused, nothing stored."""

    importer: ClassVar[Importer]
    can_skip_bad: ClassVar[bool] = True

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE, --dry-run and, where rows stand alone, --skip-bad."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="check everything, store nothing")
        if self.can_skip_bad:
            parser.add_argument(
                "--skip-bad", action="store_true", help="leave out bad rows, import the others"
            )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the file, import it, tell what happened."""
        path: Path = options["file"]
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}", returncode=2) from None
        skip = {"skip_bad": options["skip_bad"]} if self.can_skip_bad else {}
        outcome = type(self).importer(by=None, name=path.name, data=data, dry_run=options["dry_run"], **skip)
        self.tell(outcome, path, dry_run=options["dry_run"])

    def tell(self, outcome: Outcome, path: Path, *, dry_run: bool) -> None:
        """Faults one a line, then what was stored or why nothing was."""
        for fault in outcome.faults:
            self.stderr.write(f"{path.name}: {fault}")
        if not outcome.stored:
            hint = _(" Nothing was stored; --skip-bad leaves out the bad rows.")
            plain = _(" Nothing was stored.")
            reason = _("%(count)s faults.") % {"count": len(outcome.faults)}
            raise CommandError(reason + (hint if outcome.skippable else plain), returncode=2)
        done = ", ".join(f"{count} {what}" for what, count in outcome.counts.items())
        self.stdout.write((_("Would import: ") if dry_run else _("Imported: ")) + (done or "0"))
        for note in outcome.notes:
            self.stdout.write(note)
