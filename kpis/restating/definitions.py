"""Definitions that were changed: they hold for all periods, so that every score may have moved."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from core.ui.numbers import number_text
from kpis.models import Definition
from kpis.restating.change import Change, Kind, Span

_NOT_DEFINED = {"id", "kpi", "known_from", "known_to", "recorded_by"}
_FIELDS = [field for field in Definition._meta.concrete_fields if field.name not in _NOT_DEFINED]


def definitions_changed(span: Span) -> Iterator[Change]:
    """The definitions that replaced others, each against the one before it; two queries."""
    old = span.superseded(Definition.objects.all()).select_related("kpi").order_by("-known_to", "-pk")
    new = {
        (row.kpi_id, row.known_from): row
        for row in Definition.objects.filter(
            kpi__in=span.kpi_ids, known_from__gt=span.after, known_from__lte=span.until
        ).select_related("recorded_by")
    }
    for before in old:
        after = new.get((before.kpi_id, before.known_to))
        if after is None:
            continue
        changed = [field for field in _FIELDS if _of(before, field) != _of(after, field)]
        if changed:
            yield Change(
                kind=Kind.DEFINITION,
                code=before.kpi.code,
                name=before.kpi.name,
                before=_text(before, changed),
                after=_text(after, changed),
                at=after.known_from,
                by=str(after.recorded_by or ""),
            )


def _of(definition: Definition, field: Any) -> Any:
    return getattr(definition, field.name)


def _text(definition: Definition, fields: list[Any]) -> str:
    return "; ".join(f"{field.verbose_name}: {_value(definition, field)}" for field in fields)


def _value(definition: Definition, field: Any) -> str:
    value = _of(definition, field)
    if value is None or value == "":
        return _("none")
    if isinstance(value, float):
        return number_text(value, definition.kpi.decimals)
    return str(getattr(definition, f"get_{field.name}_display", lambda: value)())
