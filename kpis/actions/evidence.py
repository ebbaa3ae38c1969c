"""Keeping files that show where a value comes from, and removing them."""

import hashlib
import re
from pathlib import PurePosixPath

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from kpis.evidence_types import content_type_of
from kpis.models import KPI, Evidence
from org.models import Department, User

MOST_FILES = 20
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@action
def add_evidence(
    *, by: User | None, kpi: KPI, department: Department, period: int, name: str, content: bytes
) -> Evidence:
    """Keep a file with a series' value for a native period (ordinal).

    Raises Refused for a file that is too big, empty or of a kind that is not kept, told by its content;
    Conflict where the same file, or too many, are there already.
    """
    name = _plain_name(name)
    _refuse_too_big(len(content))
    try:
        kind = content_type_of(name, content)
    except ValueError as error:
        raise Refused([Fault(str(error), field="file", code="type")]) from None
    # One at a time for a KPI, so that the count holds.
    KPI.objects.select_for_update().get(pk=kpi.pk)
    there = Evidence.objects.filter(kpi=kpi, department=department, period=period, removed_at__isnull=True)
    digest = hashlib.sha256(content).hexdigest()
    if there.filter(sha256=digest).exists():
        raise Conflict(_("This file is there already."))
    if there.count() >= MOST_FILES:
        raise Conflict(_("At most %(most)d files can be kept with one value.") % {"most": MOST_FILES})
    return Evidence.objects.create(
        kpi=kpi,
        department=department,
        period=period,
        name=name,
        content_type=kind,
        size=len(content),
        sha256=digest,
        content=content,
        uploaded_by=by,
    )


@action
def remove_evidence(*, by: User | None, evidence: Evidence, reason: str) -> Evidence:
    """Remove what a file holds; its name, who removed it and why stay.

    Raises Refused without a reason, Conflict where it was removed before.
    """
    if not reason.strip():
        raise Refused([Fault(_("Say why it is removed."), field="reason", code="required")])
    present = Evidence.objects.select_for_update().filter(pk=evidence.pk, removed_at__isnull=True).first()
    if present is None:
        raise Conflict(_("This file was removed before."))
    present.content, present.removed_by, present.removed_at = b"", by, timezone.now()
    present.removal_reason = reason.strip()
    present.save(update_fields=["content", "removed_by", "removed_at", "removal_reason"])
    return present


def _plain_name(name: str) -> str:
    """The name without folders and control characters, short enough to be kept with its ending."""
    plain = _CONTROL.sub("", PurePosixPath(name.replace("\\", "/")).name).strip() or "file"
    ending = PurePosixPath(plain).suffix
    return plain[: 255 - len(ending)].removesuffix(ending) + ending if len(plain) > 255 else plain


def _refuse_too_big(size: int) -> None:
    most: int = settings.EVIDENCE_MAX_BYTES
    if size > most:
        reason = _("The file is too big: at most %(most)s MB.") % {"most": f"{most / 2**20:g}"}
        raise Refused([Fault(reason, field="file", code="too_big")])
