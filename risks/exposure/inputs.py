"""What a run starts from: the risks in its scope as they stand, what ties them, and what is borne."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Sum

from org.models import Department
from org.queries import department_tree, path_of
from risks.enums import MitigationState, RiskKind, RiskState
from risks.exposure.engine import Problem, Quantity
from risks.models import LossAppetite, Mitigation, Risk, RiskCategory, RiskQuantity

OPEN = (MitigationState.PLANNED, MitigationState.UNDER_WAY)
_NUMBERS = ("probability", "spread", "low", "likely", "high", "after_probability", "after_factor")


@dataclass(frozen=True)
class Scope:
    """Which risks count: of a department and those below it, of a category, of a kind; empty: of all."""

    department: Department | None = None
    category: RiskCategory | None = None
    kind: str = ""

    def as_data(self) -> dict[str, str]:
        """Code, name and kind, as a run keeps them."""
        return {
            "department": self.department.code if self.department else "",
            "category": self.category.name if self.category else "",
            "kind": self.kind,
        }


def in_scope(scope: Scope) -> QuerySet[Risk]:
    """Risks in the register now that the scope holds; who computes exposure may know of every risk."""
    found = Risk.objects.filter(archived_on__isnull=True).exclude(state=RiskState.CLOSED)
    if scope.department is not None:
        path = path_of(scope.department)
        below = [node.id for node in department_tree(under=path)] if path else []
        found = found.filter(department__in=below)
    if scope.category is not None:
        found = found.filter(category=scope.category)
    return found.filter(kind=scope.kind) if scope.kind else found


def unquantified(found: QuerySet[Risk]) -> QuerySet[Risk]:
    """Those of the risks that nobody estimated in numbers."""
    return found.filter(quantity__isnull=True)


def inputs_of(scope: Scope) -> dict[str, Any]:
    """Scope, `risks` with their numbers, `causes` by name, `without` numbers, and the `appetite`; as JSON."""
    found = in_scope(scope)
    quantities = RiskQuantity.objects.filter(risk__in=found).select_related("risk__shared_cause")
    costs = _open_costs(found)
    rows = [_row(each, costs.get(each.risk_id, 0.0)) for each in quantities.order_by("risk__code")]
    causes = {each.risk.shared_cause for each in quantities if each.risk.shared_cause is not None}
    return {
        "scope": scope.as_data(),
        "risks": rows,
        "causes": {each.name: each.strength for each in sorted(causes, key=lambda cause: cause.name)},
        "without": list(unquantified(found).order_by("code").values("code", "title")),
        "appetite": [
            {"loss": float(each.loss), "most": each.probability} for each in LossAppetite.objects.all()
        ],
    }


def _open_costs(found: QuerySet[Risk]) -> dict[int, float]:
    """What the open actions of each risk cost; those that are done are paid."""
    rows = Mitigation.objects.filter(risk__in=found, state__in=OPEN).order_by().values("risk")
    return {row["risk"]: float(row["cost"] or 0) for row in rows.annotate(cost=Sum("cost"))}


def _row(quantity: RiskQuantity, cost: float) -> dict[str, Any]:
    risk = quantity.risk
    return {
        "code": risk.code,
        "title": risk.title,
        "kind": risk.kind,
        "cause": risk.shared_cause.name if risk.shared_cause else None,
        "cost": cost,
        **{name: getattr(quantity, name) for name in _NUMBERS},
    }


def problem_of(inputs: Mapping[str, Any], years: int, seed: int) -> Problem:
    """The engine's problem from what a run keeps: the same again gives the same result, bit for bit."""
    return Problem([_quantity(row) for row in inputs["risks"]], inputs["causes"], years, seed)


def _quantity(row: Mapping[str, Any]) -> Quantity:
    return Quantity(
        key=row["code"],
        sign=-1 if row["kind"] == RiskKind.OPPORTUNITY else 1,
        cause=row["cause"],
        cost=row["cost"],
        **{name: row[name] for name in _NUMBERS},
    )
