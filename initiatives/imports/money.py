"""The amounts of an imported row."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.tabular.table import Row
from initiatives.actions.imports import keep_agreed_budget, keep_benefit, keep_money_of_year
from initiatives.models import Initiative
from org.models import User

_OF_YEAR = ("budget", "committed", "actual", "forecast")
_MOST = Decimal(10) ** 13


def store_money(by: User | None, initiative: Initiative, row: Row, year: int | None) -> bool:
    """Keep what the row says of money; whether anything changed. Raises Refused."""
    changed = False
    if row["whole_budget"] is not None:
        budget = _amount(row, "whole_budget")
        changed |= keep_agreed_budget(by=by, initiative=initiative, budget=budget)
    amounts = {name: _amount(row, f"year_{name}") for name in _OF_YEAR if row[f"year_{name}"] is not None}
    if amounts:
        if year is None:
            raise Refused(_("Say for the whole file which year its amounts are of."))
        changed |= keep_money_of_year(by=by, initiative=initiative, year=year, amounts=amounts)
    benefit: dict[str, Any] = {"description": row["benefit"]} if row["benefit"] else {}
    if row["benefit_money"] is not None:
        benefit["money_a_year"] = _amount(row, "benefit_money")
    if benefit:
        changed |= keep_benefit(by=by, initiative=initiative, fields=benefit)
    return changed


def _amount(row: Row, field: str) -> Decimal:
    """To the cent; raises Refused where it is too large to be kept."""
    amount = Decimal(repr(row[field])).quantize(Decimal("0.01"))
    if abs(amount) >= _MOST:
        raise Refused([Fault(_("This amount is too large: does it count in millions?"), field=field)])
    return amount
