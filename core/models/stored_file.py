"""Files that people hand in: kept by content, never served as a page."""

from django.db import models
from django.utils import timezone


class StoredFile(models.Model):
    """An uploaded file, for instance an import between its preview and its confirmation."""

    name = models.CharField(max_length=255)
    purpose = models.CharField(max_length=40)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    owner_key = models.BigIntegerField(help_text="primary key of the user who handed it in")
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.name
