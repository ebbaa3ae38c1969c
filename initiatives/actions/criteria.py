"""What is asked at gates: set once by the strategy office."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from initiatives.enums import Stage
from initiatives.models import GateCriterion
from initiatives.validators import refuse
from org.models import User

FIELDS = ("to_stage", "text", "help", "required", "position")
LONGEST = 300


@action
def add_criterion(*, by: User | None, to_stage: str, text: str, **fields: Any) -> GateCriterion:
    """Ask something more before a stage, after the others; raises Refused."""
    last = GateCriterion.objects.filter(to_stage=to_stage).aggregate(last=Max("position"))["last"]
    criterion = GateCriterion(position=0 if last is None else last + 1)
    return _kept(criterion, {"to_stage": to_stage, "text": text, **fields})


@action
def change_criterion(*, by: User | None, criterion: GateCriterion, **fields: Any) -> GateCriterion:
    """Change fields of `FIELDS`; decisions keep the words that stood then. Raises Refused."""
    return _kept(criterion, fields)


@action
def archive_criterion(*, by: User | None, criterion: GateCriterion, archived: bool = True) -> GateCriterion:
    """Ask for it no longer, or (`archived` false) again."""
    criterion.archived_on = timezone.localdate() if archived else None
    criterion.save(update_fields=["archived_on"])
    return criterion


@action
def remove_criterion(*, by: User | None, criterion: GateCriterion) -> None:
    """Take a criterion out; decisions keep what was asked and answered then."""
    criterion.delete()


def _kept(criterion: GateCriterion, fields: dict[str, Any]) -> GateCriterion:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a criterion has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(criterion, name, value.strip() if isinstance(value, str) else value)
    refuse(_faults(criterion))
    criterion.save()
    return criterion


def _faults(criterion: GateCriterion) -> Iterator[Fault]:
    if criterion.to_stage not in Stage.values:
        yield Fault(_("There is no such stage."), field="to_stage", code="unknown")
    if not criterion.text:
        yield Fault(_("Say what is asked."), field="text", code="required")
    elif len(criterion.text) > LONGEST:
        yield Fault(_("A criterion has at most %(most)d letters.") % {"most": LONGEST}, field="text")
