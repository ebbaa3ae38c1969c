"""The maturity hint: what an initiative of its size should have by now, and has not."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Exists, Model, OuterRef, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from initiatives.enums import ENDED, Size, Stage
from initiatives.framework.asked import asked_of
from initiatives.framework.sizing import at_least, size_of
from initiatives.models import (
    AffectedGroup,
    Allocation,
    Baseline,
    Benefit,
    Contribution,
    Initiative,
    InitiativeElement,
    MethodElement,
    MoneyLine,
    Task,
)
from initiatives.tabs import route_of


@dataclass(frozen=True)
class Missing:
    """Something that is missing, and where it is mended ("": nowhere yet)."""

    what: str
    url: str


@dataclass(frozen=True)
class Maturity:
    """`met` of `asked` things are there; `missing`: the others, the most basic first."""

    size: Size
    met: int
    asked: int
    missing: list[Missing]


@dataclass(frozen=True)
class _Fact:
    """Something every initiative of a size should have; `since`: only from this stage on."""

    name: str
    route: str
    size: Size
    running: bool
    is_met: Callable[[Any], bool]


def _facts() -> list[_Fact]:
    return [
        _Fact(_("a lead"), "change_initiative", Size.SMALL, False, lambda each: each.lead_id is not None),
        _Fact(
            _("an objective that it serves"),
            "initiative_objectives",
            Size.SMALL,
            False,
            lambda each: each.serves,
        ),
        _Fact(_("a start and an end"), "change_initiative", Size.SMALL, False, _has_dates),
        _Fact(
            _("a sponsor"), "change_initiative", Size.MEDIUM, False, lambda each: each.sponsor_id is not None
        ),
        _Fact(
            _("a KPI that it should move"), "initiative_benefits", Size.MEDIUM, False, lambda each: each.moves
        ),
        _Fact(_("a budget"), "initiative_means", Size.MEDIUM, False, lambda each: each.budgeted),
        _Fact(_("an action plan"), "initiative_plan", Size.SMALL, True, lambda each: each.planned),
        _Fact(_("an agreed baseline"), "initiative_plan", Size.MEDIUM, True, lambda each: each.agreed),
        _Fact(
            _("people by skill and month"), "initiative_means", Size.LARGE, True, lambda each: each.staffed
        ),
        _Fact(
            _("a look at who is affected"),
            "initiative_readiness",
            Size.LARGE,
            True,
            lambda each: each.looked_at,
        ),
    ]


def _has_dates(initiative: Initiative) -> bool:
    return initiative.starts_on is not None and initiative.ends_on is not None


def budgets_of(keys: Iterable[int]) -> dict[int, Decimal]:
    """Budget of the whole life by initiative: as last agreed in a baseline, else the sum over its years."""
    keys = list(keys)
    rows = Initiative.objects.filter(pk__in=keys).annotate(total=Sum("money__budget"))
    found = {each.pk: each.total for each in rows if each.total is not None}
    agreed = Baseline.objects.filter(initiative__in=keys, budget__isnull=False).order_by("number")
    return found | {each.initiative_id: each.budget for each in agreed if each.budget is not None}


def maturity_of(initiatives: Iterable[Initiative | int]) -> dict[int, Maturity]:
    """By initiative; ended ones are not judged. Five queries, however many."""
    keys = [each.pk if isinstance(each, Initiative) else each for each in initiatives]
    rows = list(
        Initiative.objects.filter(pk__in=keys)
        .exclude(stage__in=ENDED)
        .select_related("method_stage")
        .annotate(
            serves=_has(Contribution),
            moves=_has(Benefit, kpi__isnull=False),
            budgeted=_has(MoneyLine, budget__isnull=False) | _has(Baseline, budget__isnull=False),
            planned=_has(Task),
            agreed=_has(Baseline),
            staffed=_has(Allocation),
            looked_at=_has(AffectedGroup),
        )
    )
    budgets = budgets_of(each.pk for each in rows)
    elements = _by(
        MethodElement.objects.filter(method__in={each.method_id for each in rows}).select_related("stage"),
        "method_id",
    )
    answers = _by(
        InitiativeElement.objects.filter(initiative__in=[each.pk for each in rows]), "initiative_id"
    )
    return {
        each.pk: _maturity(each, budgets.get(each.pk), elements[each.method_id], answers[each.pk])
        for each in rows
    }


def _has(model: type[Model], **what: Any) -> Exists:
    return Exists(model._default_manager.filter(initiative=OuterRef("pk"), **what))


def _by(rows: Iterable[Any], key: str) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


def _maturity(
    initiative: Initiative,
    budget: Decimal | None,
    elements: list[MethodElement],
    answers: list[InitiativeElement],
) -> Maturity:
    size = size_of(initiative, budget)
    running = initiative.stage in (Stage.ACTIVE, Stage.ON_HOLD)
    facts = [each for each in _facts() if at_least(size, each.size) and (running or not each.running)]
    due = [each for each in asked_of(initiative, size, elements, answers) if each.is_due]
    missing = [
        Missing(each.name, route_of(each.route, initiative)) for each in facts if not each.is_met(initiative)
    ]
    if initiative.method_id is None and at_least(size, Size.MEDIUM):
        missing.append(Missing(_("a method"), reverse("initiative_method", args=[initiative.code])))
    missing += [
        Missing(each.element.name, reverse("answer_element", args=[initiative.code, each.element.pk]))
        for each in due
        if each.is_open
    ]
    asked = len(facts) + len(due) + (initiative.method_id is None and at_least(size, Size.MEDIUM))
    return Maturity(size, asked - len(missing), asked, missing)
