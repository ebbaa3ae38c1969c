"""manage.py import_people FILE.csv|.xlsx [--dry-run] [--skip-bad]."""

from core.import_command import ImportCommand
from org.imports import import_people


class Command(ImportCommand):
    """People: email, name, optional job_title, role, department."""

    help = "Add or change people from a CSV or XLSX file: email, name, job_title, role, department."
    importer = staticmethod(import_people)
