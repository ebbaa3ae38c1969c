"""`manage.py export_stratml`: a plan becomes a StratML file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from strategy.documents.stratml import export_stratml
from strategy.models import Plan

REFUSED = 2


class Command(BaseCommand):
    """Write the whole plan to a file, or to where the output goes."""

    help = "Exports a plan as StratML Part 2 (2016)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which plan, and where to."""
        parser.add_argument("plan", help="the plan's code")
        parser.add_argument("-o", "--output", type=Path, help="the file to write (default: standard output)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Export; an unknown plan or a file that cannot be written ends with exit code 2 and the reason."""
        plan = Plan.objects.filter(code__iexact=options["plan"]).first()
        if plan is None:
            codes = ", ".join(Plan.objects.order_by("code").values_list("code", flat=True)) or _("none")
            message = _("There is no plan %(code)s. There are: %(codes)s")
            raise CommandError(message % {"code": repr(options["plan"]), "codes": codes}, returncode=REFUSED)
        data = export_stratml(plan)
        if options["output"] is None:
            self.stdout.write(data.decode(), ending="")
            return
        try:
            options["output"].write_bytes(data)
        except OSError as error:
            message = _("%(file)s cannot be written: %(reason)s")
            words = {"file": options["output"], "reason": error.strerror}
            raise CommandError(message % words, returncode=REFUSED) from error
        self.stdout.write(_("%(plan)s → %(file)s") % {"plan": plan.name, "file": options["output"]})
