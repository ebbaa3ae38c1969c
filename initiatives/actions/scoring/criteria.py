"""By what the organisation compares initiatives."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from initiatives.enums import Axis, Better
from initiatives.models import ScoringCriterion
from initiatives.scoring.suggested import suggested
from initiatives.validators import refuse
from org.models import User
from strategy.analysis.checks import check_choice

FIELDS = ("name", "help", "weight", "better", "axis", "position")


@action
def suggest_criteria(*, by: User | None) -> list[ScoringCriterion]:
    """Begin with value, urgency, effort, risk and fit; raises Conflict where there are criteria already."""
    if ScoringCriterion.objects.filter(archived_on=None).exists():
        raise Conflict(_("There are criteria already; change those."))
    return [add_criterion(by=by, **fields) for fields in suggested()]


@action
def add_criterion(*, by: User | None, name: str, **fields: Any) -> ScoringCriterion:
    """A new criterion after the others. Raises Refused."""
    last = ScoringCriterion.objects.aggregate(last=Max("position"))["last"]
    fields.setdefault("position", 0 if last is None else last + 1)
    return _stored(ScoringCriterion(), {"name": name, **fields})


@action
def change_criterion(*, by: User | None, criterion: ScoringCriterion, **fields: Any) -> ScoringCriterion:
    """Change what is said of a criterion; results count with its new weight at once. Raises Refused."""
    return _stored(criterion, fields)


@action
def archive_criterion(*, by: User | None, criterion: ScoringCriterion) -> ScoringCriterion:
    """Ask for it in no new round; what was scored by it stays."""
    return _archived(criterion, True)


@action
def restore_criterion(*, by: User | None, criterion: ScoringCriterion) -> ScoringCriterion:
    """Ask for it again. Raises Refused where another has its name now."""
    refuse(_check(criterion))
    return _archived(criterion, False)


@action
def remove_criterion(*, by: User | None, criterion: ScoringCriterion) -> None:
    """Take out a criterion by which nothing was scored; raises Conflict for others."""
    if criterion.scores.exists():
        raise Conflict(
            _("Initiatives were scored by “%(name)s”; archive it instead.") % {"name": criterion.name}
        )
    criterion.delete()


def _stored(criterion: ScoringCriterion, fields: dict[str, Any]) -> ScoringCriterion:
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a criterion has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(criterion, name, value)
    criterion.name = criterion.name.strip()
    refuse(_check(criterion))
    criterion.save()
    return criterion


def _archived(criterion: ScoringCriterion, archived: bool) -> ScoringCriterion:
    criterion.archived_on = timezone.localdate() if archived else None
    criterion.save(update_fields=["archived_on"])
    return criterion


def _check(criterion: ScoringCriterion) -> Iterator[Fault]:
    others = ScoringCriterion.objects.filter(archived_on=None).exclude(pk=criterion.pk)
    if not criterion.name:
        yield Fault(_("A name is needed."), field="name", code="required")
    elif len(criterion.name) > 100:
        yield Fault(_("A name has at most %(most)d letters.") % {"most": 100}, field="name")
    elif others.filter(name__iexact=criterion.name).exists():
        yield Fault(_("There is a criterion of this name."), field="name", code="unique")
    if not 0 <= criterion.weight <= 1e6:
        yield Fault(_("A weight is 0 or more."), field="weight")
    yield from check_choice("better", criterion.better, Better.values, may_be_empty=False)
    yield from check_choice("axis", criterion.axis, Axis.values, may_be_empty=False)
