"""`manage.py import_initiatives FILE`: columns by their headers, or as --column says."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from core.errors import Refused
from core.imports import Outcome, attempt
from core.mapping import ColumnChoice, Mapped, Mapping, Sheet, guess, open_questions, read_mapped, read_sheet
from core.mapping.mapping import completed
from initiatives.imports import check_row, import_fields, import_initiatives


class Command(BaseCommand):
    """Import initiatives from a file with any columns. Exit code 0: stored; 2: refused, nothing stored."""

    help = "Import initiatives from CSV or XLSX; --column HEADER=FIELD[:FORMAT][:FACTOR] says what one means."

    def add_arguments(self, parser: CommandParser) -> None:
        """FILE, what its columns mean, and what becomes of cells that cannot be read."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--column", action="append", default=[], metavar="HEADER=FIELD[:FORMAT][:FACTOR]")
        parser.add_argument("--year", type=int, help="fiscal year of the amounts that are a year's")
        parser.add_argument("--reported-on", type=parse_date, help="day of what is reported, like 2026-03-31")
        parser.add_argument("--dry-run", action="store_true", help="check everything, store nothing")
        bad = parser.add_mutually_exclusive_group()
        bad.add_argument("--leave-empty", action="store_true", help="cells that cannot be read stay empty")
        bad.add_argument("--skip-bad", action="store_true", help="leave out rows with anything bad")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the file, import it, tell what happened."""
        path: Path = options["file"]
        try:
            sheet = read_sheet(path.name, path.read_bytes())
        except (OSError, Refused) as error:
            raise CommandError(f"{path.name}: {error}", returncode=2) from None
        mapped = read_mapped(sheet, self._mapping(sheet, options["column"]), import_fields(), check_row)
        for fault in mapped.faults:
            self.stderr.write(f"{path.name}: {fault}")
        lenient = options["leave_empty"] or options["skip_bad"] or options["dry_run"]
        if mapped.faults and not lenient:
            words = _("%(count)s faults. Nothing was stored; --leave-empty or --skip-bad import the rest.")
            raise CommandError(words % {"count": len(mapped.faults)}, returncode=2)
        self._tell(self._outcome(mapped, options, lenient), path, options["dry_run"])

    def _mapping(self, sheet: Sheet, said: list[str]) -> Mapping:
        """What the headers say, then what `--column` says."""
        mapping = guess(sheet, import_fields(), {})
        for each in said:
            header, _equals, meaning = each.rpartition("=")
            if header not in sheet.headers:
                raise CommandError(_("There is no column “%(name)s”.") % {"name": header}, returncode=2)
            field, _colon, rest = meaning.partition(":")
            way, _colon, factor = rest.partition(":")
            position = sheet.headers.index(header)
            mapping = {at: choice for at, choice in mapping.items() if choice.field != field}
            mapping[position] = ColumnChoice(field, format=way, factor=float(factor or 1))
        mapping = completed(sheet, mapping, import_fields())
        if unclear := open_questions(mapping, import_fields()):
            words = _(
                "“%(name)s” can be read in two ways: say which with --column, like %(name)s=%(field)s:dmy"
            )
            name, field = sheet.headers[unclear[0]], mapping[unclear[0]].field
            raise CommandError(words % {"name": name, "field": field}, returncode=2)
        return mapping

    def _outcome(self, mapped: Mapped, options: dict[str, Any], lenient: bool) -> Outcome:
        rows = mapped.without_faults() if options["skip_bad"] else mapped.rows
        said = {"year": options["year"], "reported_on": options["reported_on"] or timezone.localdate()}
        return attempt(
            lambda: import_initiatives(
                by=None, rows=rows, columns=mapped.columns, said=said, skip_bad=lenient
            ),
            dry_run=options["dry_run"],
        )

    def _tell(self, outcome: Outcome, path: Path, dry_run: bool) -> None:
        for fault in outcome.faults:
            self.stderr.write(f"{path.name}: {fault}")
        if not outcome.stored:
            raise CommandError(_("Nothing was stored."), returncode=2)
        done = ", ".join(f"{count} {what}" for what, count in outcome.counts.items())
        self.stdout.write((_("Would import: ") if dry_run else _("Imported: ")) + (done or "0"))
