"""Initiatives from files with any columns (`core.mapping`)."""

from initiatives.imports.fields import check_row, import_fields
from initiatives.imports.storing import import_initiatives

__all__ = ["check_row", "import_fields", "import_initiatives"]
