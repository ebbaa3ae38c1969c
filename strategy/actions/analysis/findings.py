"""Capabilities, competitors, scenarios and assumptions: added, changed, removed."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from org.models import User
from strategy.actions.analysis.tripwires import pull
from strategy.analysis.checks import check_open, unknown
from strategy.analysis.finding_checks import check_finding
from strategy.analysis.kinds import KINDS, WIRE, Finding, Kind, kind_of
from strategy.models import Assumption, Plan, Priority, Scenario, ScenarioEffect
from strategy.validators import check_belongs, refuse


@action
def add_finding(*, by: User | None, plan: Plan, kind: str, **fields: Any) -> Any:
    """Add a capability, competitor, scenario or assumption (`kind`, of `KINDS`) after the others.

    An assumption whose tripwire is crossed already trips at once. Raises Refused.
    """
    check_open(plan)
    found: Any = KINDS[kind].model(plan=plan)
    found.position = type(found)._default_manager.filter(plan=plan).count()
    _write(KINDS[kind], found, fields)
    return found


@action
def change_finding(*, by: User | None, finding: Finding, **fields: Any) -> Any:
    """Change what is said of a finding; raises Refused.

    A wire that is set anew forgets what tripped it: it trips again wherever it is crossed now.
    """
    check_open(finding.plan)
    if isinstance(finding, Assumption) and any(
        fields.get(name, getattr(finding, name)) != getattr(finding, name) for name in WIRE
    ):
        finding.tripped_at, finding.tripped_for, finding.tripped_by = None, None, ""
    _write(kind_of(finding), finding, fields)
    return finding


def _write(kind: Kind, finding: Any, fields: dict[str, Any]) -> None:
    for name in kind.fields:
        if name in fields:
            setattr(finding, name, _as_stored(finding, name, fields.pop(name)))
    unknown(f"a {kind.code}", fields)
    refuse(check_finding(kind, finding))
    setattr(finding, kind.headline, getattr(finding, kind.headline).strip())
    finding.save()
    if isinstance(finding, Assumption):
        pull([finding])


def _as_stored(finding: models.Model, name: str, value: Any) -> Any:
    """Nothing said, where a field holds text, is an empty text."""
    field = finding._meta.get_field(name)
    is_text = isinstance(field, models.CharField | models.TextField)
    return "" if value is None and is_text else value


@action
def remove_finding(*, by: User | None, finding: Finding) -> None:
    """Remove a finding; the history keeps it. A scenario goes with its effects."""
    check_open(finding.plan)
    finding.delete()


@action
def judge_effect(
    *, by: User | None, scenario: Scenario, priority: Priority, effect: int, meaning: str = ""
) -> ScenarioEffect | None:
    """Say what a scenario would mean for a priority: −2 (pointless) to 2 (all the more important).

    No effect and no words take the judgement away (None). Raises Refused.
    """
    check_open(scenario.plan)
    refuse(check_belongs(scenario.plan, "priority", priority))
    if not -2 <= effect <= 2:
        raise Refused([Fault(_("An effect goes from −2 to 2."), field="effect")])
    if effect == 0 and not meaning.strip():
        ScenarioEffect.objects.filter(scenario=scenario, priority=priority).delete()
        return None
    judged, _made = ScenarioEffect.objects.update_or_create(
        scenario=scenario, priority=priority, defaults={"effect": effect, "meaning": meaning.strip()}
    )
    return judged
