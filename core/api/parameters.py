"""Query parameters: those that nobody reads are refused by name, never ignored."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from core.api.filters import StrictFilters

READING = {"list", "retrieve"}
SHAPES = {"fields", "omit", "expand"}
SHAPED = {"list", "retrieve", "create", "partial_update", "bulk_change"}
FOR_LISTS = {"q", "ordering", "limit", "cursor"}


def known_parameters(view: Any) -> set[str]:
    """The query parameters that the running action of `view` takes."""
    names = set(getattr(view, "query_parameters", ()))
    action = getattr(view, "action", None)
    if action in READING:
        names |= set(getattr(view, "reading_parameters", ()))
    if getattr(view, "shapes", False) and action in SHAPED:
        names |= SHAPES
    if action in getattr(view, "dry_runs", ()):
        names.add("dry_run")
    if action == "list" and hasattr(view, "get_queryset"):
        names |= FOR_LISTS if getattr(view, "search_fields", None) else FOR_LISTS - {"q"}
        filters = StrictFilters().get_filterset_class(view, view.get_queryset())
        names |= set(filters.base_filters if filters is not None else ())
    return names


def refuse_unknown(request: Request, view: Any) -> None:
    """Refuse (400) a query parameter that nobody reads, one given twice and one without a value."""
    known = known_parameters(view)
    faults = {
        name: fault
        for name, values in request.query_params.lists()
        if (fault := _fault(name, values, known)) is not None
    }
    if faults:
        raise ValidationError(faults, "parameter")


def _fault(name: str, values: list[str], known: set[str]) -> str | None:
    """What is wrong with one parameter."""
    if name not in known:
        return _("Unknown parameter; there are: %(known)s.") % {"known": ", ".join(sorted(known)) or "–"}
    if len(values) > 1:
        return _("Given more than once.")
    if not values[0] and name != "q":
        return _("Without a value.")
    if "\x00" in values[0]:
        return _("Null characters are not allowed.")
    if name == "dry_run" and values[0] not in ("true", "false"):
        return _("true or false.")
    return None
