"""What the resources of everything that belongs to a risk have in common."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, QuerySet

from core.api.filters import ByReference, Filters
from core.api.resources import Resource
from core.web import authorise
from risks.models import Risk
from risks.queries import visible_risks
from risks.views.seen import TEND, VIEW

TEND_PART, DO_PART = "risks.tend_part", "risks.do_part"
TENDED = {"read": VIEW, **dict.fromkeys(("create", "change", "remove"), TEND_PART)}


def seen_of(model: type[Model], path: str = "risk") -> Callable[[Any], QuerySet]:
    """What gives, for a user, the rows of a table whose risk (at `path`) the user may know of."""

    def seen(user: Any) -> QuerySet:
        risks = visible_risks(user).order_by().values("pk")
        return model._default_manager.filter(**{f"{path}__in": risks})

    return seen


class OfRisks(Resource):
    """Rows that belong to risks: seen where the risk is, written by who looks after it."""

    code_field = ""
    path_to_risk = "risk"

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the risks that the caller may know of."""
        seen = visible_risks(user).order_by().values("pk")
        return queryset.filter(**{f"{self.path_to_risk}__in": seen})

    def looks_after(self, risk: Risk) -> None:
        """Raise PermissionDenied where the caller does not look after this risk."""
        authorise(self.caller, TEND, risk)


class OfRiskFilters(Filters):
    """By risk."""

    risk = ByReference(visible_risks)
