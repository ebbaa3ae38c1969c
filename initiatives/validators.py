"""Rules that forms, serializers, imports and actions of initiatives share."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from initiatives.models import Initiative
from org.models import Department, User

EDIT = "initiatives.edit_initiative"
LONGEST_CODE, LONGEST_NAME = 40, 300
# No slash: the code is a step of the address of every page of the initiative.
_CODE = re.compile(r"\w[\w.:-]*")


def refuse(*checks: Iterable[Fault]) -> None:
    """Raise Refused with every fault that the checks found; without any, do nothing."""
    faults = [fault for check in checks for fault in check]
    if faults:
        raise Refused(faults)


def check_code(code: str, own: int | None = None) -> Iterator[Fault]:
    """Faults of a code that is malformed, or that another initiative than `own` (its id) has."""
    if not code:
        yield Fault(_("A code is needed."), field="code", code="required")
    elif len(code) > LONGEST_CODE:
        yield Fault(_("A code has at most %(most)d letters.") % {"most": LONGEST_CODE}, field="code")
    elif not _CODE.fullmatch(code):
        words = _("%(code)s is no code: use letters, digits and . _ - : without spaces.")
        yield Fault(words % {"code": repr(code)}, field="code")
    elif Initiative.objects.filter(~Q(pk=own), code__iexact=code).exists():
        yield Fault(_("The code %(code)s is taken.") % {"code": code}, field="code", code="unique")


def check_name(name: str) -> Iterator[Fault]:
    """Faults of a name that is empty or too long."""
    if not name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")
    elif len(name) > LONGEST_NAME:
        yield Fault(_("A name has at most %(most)d letters.") % {"most": LONGEST_NAME}, field="name")


def check_dates(starts_on: dt.date | None, ends_on: dt.date | None) -> Iterator[Fault]:
    """Faults of a span that ends before it starts."""
    if starts_on and ends_on and ends_on < starts_on:
        yield Fault(_("The end is before the start."), field="ends_on")


def check_department(by: User | None, department: Department | None) -> Iterator[Fault]:
    """Faults of a department for which `by` may lead no initiative: heads stay in what they head."""
    if by is not None and not by.has_perm(EDIT, Initiative(department=department)):
        words = _("Choose a department that you head: what you add or change stays yours to answer for.")
        yield Fault(words, field="department", code="permission")


def check_standing(initiative: Initiative) -> None:
    """Raise Conflict where an initiative is archived or was merged into another: nothing of it changes."""
    if initiative.merged_into_id is not None:
        raise Conflict(_("“%(name)s” was merged into another initiative.") % {"name": initiative.name})
    if initiative.archived_on is not None:
        words = _("“%(name)s” is archived; bring it back to change it.")
        raise Conflict(words % {"name": initiative.name})
