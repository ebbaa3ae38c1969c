"""What people keep of how they look at lists and read files: filters by name, and columns by their fields."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.history import tracked


@tracked
class SavedView(models.Model):
    """A list's filters and order under a name; `shared`: everybody who sees the list may choose it.

    `place`: the list's url name. `query`: as in its address, without the question mark.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views")
    place = models.CharField(max_length=60)
    name = models.CharField(_("Name"), max_length=100)
    query = models.TextField(blank=True)
    shared = models.BooleanField(_("Everybody may use it"), default=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "place", "name"], name="a_view_has_a_name_of_its_own")
        ]

    def __str__(self) -> str:
        return self.name


class ColumnMapping(models.Model):
    """Which column of a file means which field, kept for the next file with the same columns.

    `purpose`: what is imported. `headers`: the file's columns in order. `fields`: column → field.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=60)
    headers = models.JSONField(default=list)
    fields = models.JSONField(default=dict)
    used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "purpose", "headers"], name="columns_are_mapped_once")
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {len(self.headers)}"
