"""Everything an import stores, as plain values to compare."""

from typing import Any

from kpis.models import KPI, Definition, Measurement, SeriesTarget, SeriesTerm
from strategy.models import Objective, Plan, Priority, Stakeholder, Value

UNSAID = ("id", "pk", "created_at", "plan", "plan_id", "kpi_id", "objective_id", "priority_id")
# Where it came from: an export is always Part 2 of 2016, and has lines and identifiers of its own.
OF_THE_FILE = ("root", "namespace", "line")


def without(value: Any, names: tuple[str, ...]) -> Any:
    """JSON values without the entries of these names, at any depth."""
    if isinstance(value, dict):
        return {name: without(one, names) for name, one in value.items() if name not in names}
    if isinstance(value, list):
        return [without(one, names) for one in value]
    return value


def rows(found: Any, *names: str) -> list[dict[str, Any]]:
    """The rows' values by these names, with what was kept of the file but for where it came from."""
    return [without(one, OF_THE_FILE) for one in found.values(*names)]


def stored(code: str) -> dict[str, Any]:
    """All that belongs to an imported plan."""
    plan = Plan.objects.get(code=code)
    kpis = KPI.objects.filter(code__startswith=f"{code}.").order_by("pk")
    of_kpis = {"kpi__in": kpis}
    parts = {"plan": plan}
    return {
        "plan": rows(
            Plan.objects.filter(pk=plan.pk),
            *("name", "description", "vision", "mission", "starts_on", "ends_on", "extra"),
        ),
        "values": rows(Value.objects.filter(**parts), "name", "description", "position"),
        "priorities": rows(Priority.objects.filter(**parts), "code", "name", "description", "extra"),
        "objectives": rows(
            Objective.objects.filter(**parts).order_by("position", "kpi_links__kpi__code"),
            *("code", "name", "description", "extra", "placements__priority__code", "kpi_links__kpi__code"),
        ),
        "stakeholders": rows(
            Stakeholder.objects.filter(**parts),
            *("name", "description", "kind", "roles", "priority__code", "objective__code", "position"),
        ),
        "kpis": rows(kpis, "code", "name", "unit", "decimals", "purpose", "extra"),
        "definitions": rows(
            Definition.objects.filter(**of_kpis).order_by("kpi"),
            *("kpi__code", "frequency", "direction", "time_rollup"),
        ),
        "terms": rows(SeriesTerm.objects.filter(series__kpi__in=kpis).order_by("series__kpi"), "valid"),
        "targets": rows(
            SeriesTarget.objects.current().filter(**of_kpis).order_by("kpi", "period"),
            *("kpi__code", "period", "target", "note"),
        ),
        "values_measured": rows(
            Measurement.objects.current().filter(**of_kpis).order_by("kpi", "period"),
            *("kpi__code", "period", "value", "note"),
        ),
    }


def differences(before: Any, after: Any, path: str = "") -> list[str]:
    """Where two such values differ, for people to read."""
    if isinstance(before, dict) and isinstance(after, dict):
        names = [*before, *(name for name in after if name not in before)]
        pairs = [(f"{path}/{name}", before.get(name), after.get(name)) for name in names]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = [(f"{path}/{number}", *pair) for number, pair in enumerate(zip(before, after, strict=True))]
    else:
        return [] if before == after else [f"{path}: {before!r} → {after!r}"]
    return [line for name, one, other in pairs for line in differences(one, other, name)]
