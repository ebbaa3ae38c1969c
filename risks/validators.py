"""Rules that forms, serializers, imports and actions of risks share."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from org.models import Department, User
from risks.models import Risk

EDIT = "risks.edit_risk"
LONGEST_CODE, LONGEST_TITLE = 40, 300
# No slash: the code is a step of the address of every page of the risk.
_CODE = re.compile(r"\w[\w.:-]*")


def refuse(*checks: Iterable[Fault]) -> None:
    """Raise Refused with every fault that the checks found; without any, do nothing."""
    faults = [fault for check in checks for fault in check]
    if faults:
        raise Refused(faults)


def check_code(code: str, own: int | None = None) -> Iterator[Fault]:
    """Faults of a code that is malformed, or that another risk than `own` (its id) has."""
    if not code:
        yield Fault(_("A code is needed."), field="code", code="required")
    elif len(code) > LONGEST_CODE:
        yield Fault(_("A code has at most %(most)d letters.") % {"most": LONGEST_CODE}, field="code")
    elif not _CODE.fullmatch(code):
        words = _("%(code)s is no code: use letters, digits and . _ - : without spaces.")
        yield Fault(words % {"code": repr(code)}, field="code")
    elif Risk.objects.filter(code__iexact=code).exclude(pk=own or 0).exists():
        yield Fault(_("The code %(code)s is taken.") % {"code": code}, field="code", code="unique")


def check_title(title: str) -> Iterator[Fault]:
    """Faults of a title that is empty or too long."""
    if not title.strip():
        yield Fault(_("A title is needed."), field="title", code="required")
    elif len(title) > LONGEST_TITLE:
        yield Fault(_("A title has at most %(most)d letters.") % {"most": LONGEST_TITLE}, field="title")


def check_department(by: User | None, department: Department | None) -> Iterator[Fault]:
    """Faults of a department for which `by` may answer for no risk: heads stay in what they head."""
    if by is not None and not by.has_perm(EDIT, Risk(department=department)):
        words = _("Choose a department that you head: what you add or change stays yours to answer for.")
        yield Fault(words, field="department", code="permission")


def check_standing(risk: Risk) -> None:
    """Raise Conflict where a risk is archived: nothing of it changes."""
    if risk.archived_on is not None:
        words = _("“%(title)s” is archived; bring it back to change it.")
        raise Conflict(words % {"title": risk.title})


def check_past(day: dt.date, today: dt.date, field: str) -> Iterator[Fault]:
    """Faults of a day that is still to come."""
    if day > today:
        yield Fault(_("This day is still to come."), field=field)
