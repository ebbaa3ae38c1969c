"""Who holds which role where."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from org.enums import Role
from org.models.department import Department


@tracked
class Membership(models.Model):
    """A role of a user on a department and all below it; without a department: on the whole organisation."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("Role"), max_length=20, choices=Role.choices)
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "department"], nulls_distinct=False, name="a_role_is_held_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.department_id}"
