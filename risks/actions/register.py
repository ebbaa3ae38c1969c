"""Risks themselves: adding them, changing what they are, moving them on, putting them aside."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import Department, User
from risks.enums import RISK_TRANSITIONS, RiskState
from risks.models import Risk, RiskDepartment, RiskLink
from risks.validators import check_code, check_department, check_standing, check_title, refuse

FIELDS = (
    "code",
    "kind",
    "title",
    "cause",
    "event",
    "consequence",
    "category",
    "confidentiality",
    "owner",
    "department",
    "knowledge",
    "shared_cause",
    "item",
    "reference",
    "next_review_on",
)
THINGS = ("objective", "initiative", "kpi", "assumption")


@action
def create_risk(
    *, by: User | None, code: str, title: str, state: str = RiskState.OPEN, **fields: Any
) -> Risk:
    """Add a risk; `fields` of `FIELDS` are optional. Raises Refused."""
    risk = Risk(code=code, title=title, state=state, added_by=by)
    _set(risk, fields)
    refuse(check_code(risk.code), check_title(risk.title), check_department(by, risk.department))
    risk.save()
    return risk


@action
def change_risk(*, by: User | None, risk: Risk, **fields: Any) -> Risk:
    """Change fields of `FIELDS`; raises Refused, or Conflict where it is archived."""
    check_standing(risk)
    answered_by = risk.department_id
    _set(risk, fields)
    moved = risk.department_id != answered_by
    refuse(
        check_code(risk.code, risk.pk),
        check_title(risk.title),
        check_department(by, risk.department) if moved else (),
    )
    risk.save()
    return risk


def _set(risk: Risk, fields: dict[str, Any]) -> None:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a risk has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(risk, name, value.strip() if isinstance(value, str) else value)


@action
def set_state(*, by: User | None, risk: Risk, state: str, note: str = "") -> Risk:
    """Move it on; `note`: what became of it, needed where it is closed. Raises Conflict, Refused."""
    check_standing(risk)
    if state not in RISK_TRANSITIONS[risk.state]:
        words = _("From “%(before)s” it cannot become “%(after)s”.")
        names = {"before": RiskState(risk.state).label, "after": RiskState(state).label}
        raise Conflict(words % names)
    if state == RiskState.CLOSED and not note.strip():
        refuse([Fault(_("Say what became of it."), field="note", code="required")])
    risk.state = state
    risk.closed_on = timezone.localdate() if state == RiskState.CLOSED else None
    risk.closing_note = note.strip() if note.strip() else risk.closing_note
    risk.save(update_fields=["state", "closed_on", "closing_note"])
    return risk


@action
def touch(*, by: User | None, risk: Risk, thing: Model, note: str = "") -> RiskLink:
    """Say that a risk touches an objective, initiative, KPI or assumption, or say it anew."""
    check_standing(risk)
    name = next(each for each in THINGS if RiskLink._meta.get_field(each).related_model is type(thing))
    row = risk.links.filter(**{name: thing}).first() or RiskLink(risk=risk, **{name: thing})
    if row.pk is None or row.note != note.strip():
        row.note = note.strip()
        row.save()
    return row


@action
def stop_touching(*, by: User | None, link: RiskLink) -> None:
    """Take back that a risk touches something; the history keeps it."""
    check_standing(link.risk)
    link.delete()


@action
def set_things(
    *, by: User | None, risk: Risk, wanted: Sequence[Model], among: Sequence[RiskLink] | None = None
) -> None:
    """The risk touches these things and no others; `among`: those links that `by` could see (None: all)."""
    check_standing(risk)
    seen = risk.links.all() if among is None else among
    kept = {(name, getattr(link, f"{name}_id")): link for link in seen for name in THINGS}
    left = {link.pk: link for link in seen}
    for thing in wanted:
        name = next(each for each in THINGS if RiskLink._meta.get_field(each).related_model is type(thing))
        link = kept.get((name, thing.pk))
        if link is None:
            RiskLink.objects.create(risk=risk, **{name: thing})
        else:
            left.pop(link.pk, None)
    for link in left.values():
        link.delete()


@action
def set_departments(*, by: User | None, risk: Risk, wanted: Sequence[Department]) -> None:
    """These departments are concerned beside the one that answers for it, and no others."""
    check_standing(risk)
    kept = {each.department_id: each for each in risk.concerned.all()}
    for department in wanted:
        if kept.pop(department.pk, None) is None and department.pk != risk.department_id:
            RiskDepartment.objects.create(risk=risk, department=department)
    for row in kept.values():
        row.delete()


@action
def archive_risk(*, by: User | None, risk: Risk, archived: bool = True) -> Risk:
    """Take a closed risk out of the lists, or (`archived` false) back; raises Conflict where it is open."""
    if archived and risk.state != RiskState.CLOSED:
        raise Conflict(_("Close “%(title)s” first, and say what became of it.") % {"title": risk.title})
    risk.archived_on = timezone.localdate() if archived else None
    risk.save(update_fields=["archived_on"])
    return risk


@action
def remove_risk(*, by: User | None, risk: Risk) -> None:
    """Remove a risk that was only proposed; raises Conflict, for others are closed and archived."""
    if risk.state != RiskState.PROPOSED or risk.ratings.exists() or risk.mitigations.exists():
        words = _("“%(title)s” is in the register: close it, then archive it.")
        raise Conflict(words % {"title": risk.title})
    risk.delete()
