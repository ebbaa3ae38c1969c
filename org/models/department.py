"""Departments, and their places in the tree over time."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Known
from core.models.dated import one_at_a_time


@tracked
class Department(models.Model):
    """A unit of the organisation; where it stands in the tree is a `Placement`."""

    code = models.SlugField(_("Code"), max_length=40, unique=True, allow_unicode=True)
    name = models.CharField(_("Name"), max_length=200)
    short_name = models.CharField(_("Short name"), max_length=40, blank=True)
    description = models.TextField(_("What it is for"), blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name


class Placement(Known):
    """Where a department stands from one day to another: under `parent`, or at the top.

    `path` is made of the ids from the top down to the department ("0000001.0000007."): a subtree is a
    range of paths, and the order of paths is depth first. A move rewrites the rows of all below it.
    """

    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="placements")
    parent = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="placements_below"
    )
    path = models.CharField(max_length=400, db_collation="C")
    valid = DateRangeField()

    class Meta:
        constraints = [
            one_at_a_time("a_department_stands_in_one_place", "department"),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("department")), name="no_department_is_its_own_parent"
            ),
        ]
        indexes = [
            models.Index(
                fields=["path"], condition=models.Q(known_to__isnull=True), name="placement_current_path"
            )
        ]

    def __str__(self) -> str:
        return f"{self.department_id} at {self.path}"
