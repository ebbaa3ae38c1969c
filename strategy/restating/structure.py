"""How a plan's structure and the department tree read differently on a day than they did before."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.models import KPI
from kpis.restating import Change, Kind, Span
from org.models import Placement
from org.queries import TreeNode, department_tree
from strategy.models import ObjectiveKPI, ObjectivePlacement, PerspectiveWeight
from strategy.scoring.dated import Linked, Placed
from strategy.scoring.structure import PlanOverTime


def structure_changed(then: PlanOverTime, now: PlanOverTime, day: dt.date, span: Span) -> Iterator[Change]:
    """Placements, links and weights that hold for `day` otherwise than they were known to; two queries."""
    for objective in now.objectives:
        placed = then.placement(objective.pk, day), now.placement(objective.pk, day)
        texts = _placement(placed[0], now), _placement(placed[1], now)
        if texts[0] != texts[1]:
            rows = _stored(ObjectivePlacement, placed)
            yield _change(Kind.PLACEMENT, objective.code, objective.name, texts, rows, span)
    yield from _links_changed(then, now, day, span)
    yield from _weights_changed(then, now, day, span)


def _links_changed(then: PlanOverTime, now: PlanOverTime, day: dt.date, span: Span) -> Iterator[Change]:
    kpis = KPI.objects.in_bulk([*{*then.kpi_ids, *now.kpi_ids}])
    for objective in now.objectives:
        old, new = ({link.kpi_id: link for link in each.kpis_of(objective.pk, day)} for each in (then, now))
        for kpi in (kpis[key] for key in sorted({*old, *new})):
            linked = old.get(kpi.pk), new.get(kpi.pk)
            texts = _weight(linked[0]), _weight(linked[1])
            if texts[0] != texts[1]:
                words = {"kpi": kpi.name, "objective": objective.name}
                name = _("%(kpi)s for %(objective)s") % words
                yield _change(Kind.LINK, kpi.code, name, texts, _stored(ObjectiveKPI, linked), span)


def _weights_changed(then: PlanOverTime, now: PlanOverTime, day: dt.date, span: Span) -> Iterator[Change]:
    for perspective in now.perspectives:
        old, new = (each.perspective_weight(perspective.pk, day) for each in (then, now))
        if old != new:
            known = [row.pk for row in now.weights.get(perspective.pk, [])]
            newer = PerspectiveWeight.objects.filter(pk__in=known, known_from__gt=span.after).order_by("pk")
            rows = None, newer.select_related("recorded_by").first()
            texts = _number(old), _number(new)
            yield _change(Kind.WEIGHT, perspective.code, perspective.name, texts, rows, span)


def _stored(
    model: type[ObjectivePlacement | ObjectiveKPI], rows: Sequence[Placed | Linked | None]
) -> tuple[Any, Any]:
    """The rows before and after as they are stored, with who recorded them and when; one query."""
    found = model.objects.select_related("recorded_by").in_bulk([row.pk for row in rows if row])
    old, new = (found.get(row.pk) if row else None for row in rows)
    return old, new


def _placement(row: Placed | None, plan: PlanOverTime) -> str:
    """Where an objective stands, in words: perspective, priority and weight."""
    if row is None:
        return _("nowhere")
    names = {each.pk: each.name for each in plan.perspectives}
    priorities = {each.pk: each.name for each in plan.priorities}
    parts = [
        names.get(row.perspective_id or 0, _("Without a perspective")),
        priorities.get(row.priority_id or 0, ""),
        _weight(row),
    ]
    return ", ".join(part for part in parts if part)


def _weight(row: Linked | Placed | None) -> str:
    if row is None:
        return _("not linked")
    return _("weight %(weight)s") % {"weight": _number(row.weight)}


def _number(weight: float) -> str:
    return number_text(weight, 0 if weight == round(weight) else 2)


def _change(
    kind: Kind, code: str, name: str, texts: tuple[str, ...], rows: tuple[Any, Any], span: Span
) -> Change:
    """From the rows before and after, the newer of which says who and when."""
    old, new = rows
    at = new.known_from if new is not None else (old.known_to if old is not None else None)
    by = str(new.recorded_by or "") if new is not None else ""
    return Change(kind, code, name, texts[0], texts[1], at or span.until, by)


def departments_moved(day: dt.date, span: Span) -> Iterator[Change]:
    """Departments that stand elsewhere on `day` than they were known to; new ones too; three queries."""
    then, now = (
        {node.id: node for node in department_tree(day, moment)} for moment in (span.after, span.until)
    )
    newest = _newest_placements(day, span)
    for key, node in now.items():
        before = then.get(key)
        if before is not None and before.parent_id == node.parent_id:
            continue
        placed = newest.get(key)
        yield Change(
            kind=Kind.DEPARTMENT,
            code=node.code,
            name=node.name,
            before=_("not there") if before is None else _above(before, then),
            after=_above(node, now),
            at=placed.known_from if placed else span.until,
            by=str(placed.recorded_by or "") if placed else "",
        )


def _newest_placements(day: dt.date, span: Span) -> dict[int, Placement]:
    rows = Placement.objects.filter(known_from__gt=span.after, known_from__lte=span.until)
    found = rows.filter(valid__contains=day).select_related("recorded_by").order_by("known_from")
    return {row.department_id: row for row in found}


def _above(node: TreeNode, tree: Mapping[int, TreeNode]) -> str:
    """Under which department one stands."""
    parent = tree.get(node.parent_id or 0)
    return _("under %(parent)s") % {"parent": parent.label} if parent else _("at the top")
