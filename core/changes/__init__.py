"""Reading the history: who changed what when, in words. The triggers that write it are `core.history`."""

from core.changes.change import Change, FieldChange, Place
from core.changes.kinds import kind_name, tracked_kinds
from core.changes.reading import changes_of, latest_changes

__all__ = ["Change", "FieldChange", "Place", "changes_of", "kind_name", "latest_changes", "tracked_kinds"]
