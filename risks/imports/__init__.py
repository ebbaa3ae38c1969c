"""Risks from files with any columns (`core.mapping`)."""

from risks.imports.fields import import_fields
from risks.imports.storing import import_risks

__all__ = ["import_fields", "import_risks"]
