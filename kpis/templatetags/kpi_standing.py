"""How a KPI of a list stands."""

from typing import Any, NamedTuple

from django import template

from kpis.cells import Cell
from kpis.models import KPI

register = template.Library()


class Standing(NamedTuple):
    """A KPI's cell at the chosen department and period (None: no cells), and its target in words."""

    cell: Cell | None
    target: str


@register.simple_tag
def standing_of(standing: dict[int, tuple[Any, str]], kpi: KPI) -> Standing:
    """What `standing` says of `kpi`."""
    return Standing(*standing.get(kpi.pk, (None, "–")))
