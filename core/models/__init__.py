"""Tables of the ground floor."""

from core.models.dated import Known, KnownQuerySet
from core.models.idempotency import IdempotentAnswer
from core.models.outbox import OutboxDelivery, OutboxEvent
from core.models.saved_view import ColumnMapping, SavedView
from core.models.stored_file import StoredFile

__all__ = [
    "ColumnMapping",
    "IdempotentAnswer",
    "Known",
    "KnownQuerySet",
    "OutboxDelivery",
    "OutboxEvent",
    "SavedView",
    "StoredFile",
]
