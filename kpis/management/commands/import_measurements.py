"""manage.py import_measurements FILE.csv|.xlsx [--dry-run] [--skip-bad]."""

from core.import_command import ImportCommand
from kpis.imports import import_measurements


class Command(ImportCommand):
    """Import values of KPIs from a file."""

    help = "Import values of KPIs from CSV or XLSX."
    importer = staticmethod(import_measurements)
