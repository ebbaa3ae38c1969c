"""People and service accounts who sign in by e-mail."""

from typing import Any, ClassVar

import rules
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.history import tracked_without
from org.enums import AccountKind

DEMO_DOMAIN = "demo.example"


class UserManager(BaseUserManager["User"]):
    """Users by their e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with this address; raises User.DoesNotExist."""
        return self.get(email__iexact=username)


@tracked_without("password", "last_login", "last_seen_at")
class User(AbstractBaseUser):
    """A person or a service account. What they may do follows from their memberships."""

    email = models.EmailField(_("E-mail"), max_length=254)
    name = models.CharField(_("Name"), max_length=200)
    kind = models.CharField(max_length=10, choices=AccountKind.choices, default=AccountKind.PERSON)
    job_title = models.CharField(_("Job title"), max_length=200, blank=True)
    is_active = models.BooleanField(_("May sign in"), default=True)
    language = models.CharField(_("Language"), max_length=12, blank=True)
    joined_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_an_address")]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def initials(self) -> str:
        """Up to two letters for the round badge beside a name."""
        words = (self.name or self.email).split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()

    @property
    def is_demo(self) -> bool:
        """A fictional person of the demonstration, refused anywhere else."""
        return self.email.lower().endswith("@" + DEMO_DOMAIN)

    @property
    def may_sign_in(self) -> bool:
        """Active, and not a demonstration account outside the demonstration."""
        return self.is_active and (settings.DEMO or not self.is_demo)

    def has_perm(self, permission: str, obj: Any = None) -> bool:
        """Whether the named permission holds for this user, on `obj` where it needs one."""
        return bool(self.may_sign_in and rules.has_perm(permission, self, obj))
