"""Tables of the ground floor."""

from core.models.dated import Known, KnownQuerySet
from core.models.idempotency import IdempotentAnswer
from core.models.outbox import OutboxDelivery, OutboxEvent
from core.models.stored_file import StoredFile

__all__ = ["IdempotentAnswer", "Known", "KnownQuerySet", "OutboxDelivery", "OutboxEvent", "StoredFile"]
