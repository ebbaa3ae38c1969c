"""Roles, kinds of accounts and scopes of tokens."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a membership lets a person do, on its department and all below (see `permissions.py`)."""

    ADMINISTRATOR = "administrator", _("Administrator")
    SMO_STAFF = "smo_staff", _("SMO staff")
    EXECUTIVE = "executive", _("Executive")
    DEPARTMENT_HEAD = "department_head", _("Department head")
    CONTRIBUTOR = "contributor", _("Contributor")
    VIEWER = "viewer", _("Viewer")


class AccountKind(models.TextChoices):
    """Whether a person or a program signs in."""

    PERSON = "person", _("Person")
    SERVICE = "service", _("Service account")


class Scope(models.TextChoices):
    """What an API token may be used for, never more than its user may do."""

    READ = "read", _("Read everything its user may read")
    MEASUREMENTS_WRITE = "measurements:write", _("Enter KPI values")
    WRITE = "write", _("Everything its user may do")


class FiscalYearName(models.TextChoices):
    """Which calendar year names a fiscal year."""

    END = "end", _("The year in which it ends")
    START = "start", _("The year in which it starts")
