"""`manage.py load_demo`: the demonstration organisation."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.errors import Refused
from smo.demo.loading import Loaded, load


class Command(BaseCommand):
    """Load it once; afterwards add what came due since."""

    help = "Loads Port Selwyn, a fictional city, with three years of values up to today (needs SMO_DEMO=1)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say what was done; a refusal ends with one line on stderr and exit code 2."""
        try:
            loaded = load()
        except Refused as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(said(loaded))


def said(loaded: Loaded) -> str:
    """What was done, in a sentence."""
    values = ngettext("%(count)d value", "%(count)d values", loaded.values) % {"count": loaded.values}
    if loaded.new:
        return _("The demonstration is loaded: %(values)s.") % {"values": values}
    if loaded.values:
        return _("The demonstration was loaded before; %(values)s came due since.") % {"values": values}
    return _("The demonstration is loaded already.")
