"""manage.py import_kpis FILE.csv|.xlsx [--dry-run] [--skip-bad]."""

from core.import_command import ImportCommand
from kpis.imports import import_kpis


class Command(ImportCommand):
    """Import KPIs with their series from a file."""

    help = "Import KPIs with their series from CSV or XLSX."
    importer = staticmethod(import_kpis)
