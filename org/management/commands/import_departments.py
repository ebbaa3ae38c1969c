"""manage.py import_departments FILE.csv|.xlsx [--dry-run] [--skip-bad]."""

from core.import_command import ImportCommand
from org.imports import import_departments


class Command(ImportCommand):
    """Departments: code, name, parent, optional short_name."""

    help = "Add or change departments from a CSV or XLSX file: code, name, parent, short_name."
    importer = staticmethod(import_departments)
