"""Initiatives themselves: adding them, changing what they are, putting them aside."""

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from initiatives.enums import GateOutcome, Stage
from initiatives.models import Initiative
from initiatives.portfolio.holdings import holdings_of, holdings_text
from initiatives.validators import (
    check_code,
    check_dates,
    check_department,
    check_name,
    check_standing,
    refuse,
)
from org.models import User

FIELDS = (
    "code",
    "name",
    "purpose",
    "scope",
    "category",
    "confidentiality",
    "department",
    "sponsor",
    "lead",
    "starts_on",
    "ends_on",
    "size",
    "must_do",
    "method",
    "cadence",
    "reference",
)


@action
def create_initiative(
    *,
    by: User | None,
    code: str,
    name: str,
    stage: str = Stage.IDEA,
    stage_since: dt.date | None = None,
    **fields: Any,
) -> Initiative:
    """Add an initiative; `fields` of `FIELDS` are optional. Raises Refused.

    `stage`: where it stands already, for what comes from another system; people begin with an idea.
    """
    initiative = Initiative(stage=stage, stage_since=stage_since or timezone.localdate(), added_by=by)
    _set(initiative, {"code": code, "name": name, **fields})
    refuse(_faults(initiative), check_department(by, initiative.department))
    initiative.save()
    return initiative


@action
def change_initiative(*, by: User | None, initiative: Initiative, **fields: Any) -> Initiative:
    """Change fields of `FIELDS`; raises Refused, or Conflict where it is archived."""
    check_standing(initiative)
    led_by = initiative.department_id
    _set(initiative, fields)
    moved = initiative.department_id != led_by
    refuse(_faults(initiative), check_department(by, initiative.department) if moved else ())
    initiative.save()
    return initiative


def _set(initiative: Initiative, fields: dict[str, Any]) -> None:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"an initiative has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(initiative, name, value.strip() if isinstance(value, str) else value)
    if "method" in fields:
        _stand_in_method(initiative)


def _stand_in_method(initiative: Initiative) -> None:
    """A method is begun at its first stage; the stage of another method is none of it."""
    stage, method = initiative.method_stage, initiative.method
    if method is None:
        initiative.method_stage = None
    elif stage is None or stage.method_id != method.pk:
        initiative.method_stage = method.stages.first()


def _faults(initiative: Initiative) -> list[Any]:
    return [
        *check_code(initiative.code, initiative.pk),
        *check_name(initiative.name),
        *check_dates(initiative.starts_on, initiative.ends_on),
    ]


@action
def archive_initiative(*, by: User | None, initiative: Initiative) -> Initiative:
    """Take it out of the lists; everything it holds stays. Raises Conflict where it is archived already."""
    if initiative.archived_on is not None:
        raise Conflict(_("“%(name)s” is archived already.") % {"name": initiative.name})
    if initiative.gates.filter(outcome=GateOutcome.WAITING).exists():
        raise Conflict(_("“%(name)s” waits at a gate: take that back first.") % {"name": initiative.name})
    if initiative.stage == Stage.ACTIVE:
        words = _("“%(name)s” is active: complete, hold or cancel it at a gate, then archive it.")
        raise Conflict(words % {"name": initiative.name})
    initiative.archived_on = timezone.localdate()
    initiative.save(update_fields=["archived_on"])
    return initiative


@action
def restore_initiative(*, by: User | None, initiative: Initiative) -> Initiative:
    """Bring an archived initiative back; raises Conflict where it is not archived, or was merged."""
    if initiative.merged_into_id is not None:
        raise Conflict(_("“%(name)s” was merged into another initiative.") % {"name": initiative.name})
    if initiative.archived_on is None:
        raise Conflict(_("“%(name)s” is not archived.") % {"name": initiative.name})
    initiative.archived_on = None
    initiative.save(update_fields=["archived_on"])
    return initiative


@action
def remove_initiative(*, by: User | None, initiative: Initiative) -> None:
    """Remove an idea that holds nothing yet; raises Conflict that names what it holds."""
    if initiative.stage != Stage.IDEA:
        raise Conflict(_("Only ideas are removed; archive “%(name)s” instead.") % {"name": initiative.name})
    holdings = holdings_of(initiative)
    if holdings:
        words = _("“%(name)s” holds %(things)s. Archive it instead.")
        raise Conflict(words % {"name": initiative.name, "things": holdings_text(holdings)})
    initiative.delete()
