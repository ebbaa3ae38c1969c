"""Departments and people from a file."""

from org.imports.departments import DEPARTMENT_COLUMNS, import_departments
from org.imports.people import PEOPLE_COLUMNS, import_people

__all__ = ["DEPARTMENT_COLUMNS", "PEOPLE_COLUMNS", "import_departments", "import_people"]
