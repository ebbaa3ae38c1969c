"""Causes and consequences of a risk, and the controls that are in place already."""

from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from org.models import User
from risks.models import Risk, RiskControl, RiskFactor
from risks.validators import check_standing, refuse

Part = RiskFactor | RiskControl


@action
def add_factor(*, by: User | None, risk: Risk, text: str, side: str) -> RiskFactor:
    """Add a cause or a consequence after the others; raises Refused, Conflict."""
    factor = RiskFactor(risk=risk, text=text.strip(), side=side, position=risk.factors.count())
    _check(factor, factor.text, "text")
    factor.save()
    return factor


@action
def add_control(*, by: User | None, risk: Risk, name: str, **fields: Any) -> RiskControl:
    """Add a control (`side`, `factor`, `strength`, `owner`) after the others; raises Refused, Conflict."""
    control = RiskControl(risk=risk, name=name.strip(), position=risk.controls.count(), **fields)
    _check(control, control.name, "name")
    control.save()
    return control


@action
def change_factor(*, by: User | None, factor: RiskFactor, **fields: Any) -> RiskFactor:
    """Change `text` or `side`; raises Refused, Conflict."""
    for name, value in fields.items():
        setattr(factor, name, value)
    _check(factor, factor.text, "text")
    factor.save()
    return factor


@action
def change_control(*, by: User | None, control: RiskControl, **fields: Any) -> RiskControl:
    """Change `name`, `side`, `factor`, `strength` or `owner`; raises Refused, Conflict."""
    for name, value in fields.items():
        setattr(control, name, value)
    _check(control, control.name, "name")
    control.save()
    return control


@action
def remove_part(*, by: User | None, part: Part) -> None:
    """Take out a factor or a control; the history keeps it."""
    check_standing(part.risk)
    part.delete()


def _check(part: Part, words: str, field: str) -> None:
    check_standing(part.risk)
    refuse([] if words.strip() else [Fault(_("Say it in words."), field=field, code="required")])
    factor = getattr(part, "factor", None)
    if factor is not None and factor.risk_id != part.risk_id:
        refuse([Fault(_("This cause or consequence is of another risk."), field="factor")])
