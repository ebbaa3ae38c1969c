"""Rules of what is reported, for forms, REST and actions alike."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Conflict, Fault
from initiatives.enums import UNDER_WAY, Rag
from initiatives.models import Initiative, StatusUpdate
from initiatives.validators import check_standing

TEXTS = ("done", "next", "help_needed", "schedule_reason", "cost_reason", "scope_reason")
JUDGED = ("schedule", "cost", "scope")
FIELDS = (*TEXTS, *JUDGED, "progress")
LONGEST = 5000


def check_reporting(initiative: Initiative) -> None:
    """Raise Conflict where nothing is reported of an initiative: it is not under way."""
    check_standing(initiative)
    if initiative.stage not in UNDER_WAY:
        words = _("“%(name)s” is “%(stage)s”: updates are for what is under way.")
        raise Conflict(words % {"name": initiative.name, "stage": initiative.get_stage_display()})


def check_kept(fields: Mapping[str, Any]) -> Iterator[Fault]:
    """What not even a draft can say."""
    for name in JUDGED:
        if fields.get(name) and fields[name] not in Rag.values:
            yield Fault(_("Green, amber or red."), field=name)
    progress = fields.get("progress")
    if progress is not None and not 0 <= progress <= 100:
        yield Fault(_("0 to 100 percent."), field="progress")
    for name in TEXTS:
        if len(fields.get(name) or "") > LONGEST:
            yield Fault(_("At most %(most)d letters.") % {"most": LONGEST}, field=name)


def check_complete(update: StatusUpdate) -> Iterator[Fault]:
    """What is missing before an update can be handed in."""
    if not update.done.strip():
        yield Fault(_("Say what was done."), field="done", code="required")
    for name in JUDGED:
        light = getattr(update, name)
        if not light:
            yield Fault(_("Choose green, amber or red."), field=name, code="required")
        elif light != Rag.GREEN and not getattr(update, f"{name}_reason").strip():
            yield Fault(_("Say why, and what is done about it."), field=f"{name}_reason", code="required")
