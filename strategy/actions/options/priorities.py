"""What a priority answers and serves."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from org.models import User
from strategy.enums import ItemState
from strategy.events import structure_changed
from strategy.models import AnalysisItem, Priority, PriorityAnswer, StatementPart
from strategy.options import home_of
from strategy.validators import check_belongs, check_editable, refuse


@action
def link_priority(
    *,
    by: User | None,
    priority: Priority,
    serves: Sequence[StatementPart] | None = None,
    answers: Sequence[AnalysisItem] | None = None,
) -> Priority:
    """Say all the parts of vision and mission a priority serves and all the items it answers; None: as is.

    Raises Refused for what is of another plan; Conflict where the plan changes only by a revision.
    """
    check_editable(priority.plan, by)
    refuse(
        *(check_belongs(priority.plan, "serves", part) for part in serves or ()),
        _check_answers(priority, answers or ()),
    )
    if serves is not None:
        serve_parts(priority, serves)
    if answers is not None:
        answer_items(priority, answers)
    structure_changed(priority.plan)
    return priority


def serve_parts(priority: Priority, parts: Sequence[StatementPart]) -> None:
    """Let these be the parts that it serves, and no others."""
    priority.serves.set(parts)


def answer_items(priority: Priority, items: Sequence[AnalysisItem], only: bool = True) -> None:
    """Let it answer these items; `only`: and no others."""
    rows = PriorityAnswer.objects.filter(priority=priority)
    if only:
        rows.exclude(item__in=items).delete()
    known = set(rows.values_list("item_id", flat=True))
    PriorityAnswer.objects.bulk_create(
        PriorityAnswer(priority=priority, item=item) for item in items if item.pk not in known
    )


def _check_answers(priority: Priority, items: Sequence[AnalysisItem]) -> Iterable[Fault]:
    """Faults of items of another plan; what is somebody's own is of none yet."""
    home = home_of(priority.plan)
    for item in items:
        if item.plan_id != home.pk or item.state == ItemState.OWN:
            yield Fault(_("There is no item %(id)d in this plan.") % {"id": item.pk}, field="answers")
