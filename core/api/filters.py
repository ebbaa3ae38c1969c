"""What a list's address may ask: filters with lookups, search, order. Anything else is refused by name.

A view declares

    filterset_fields = {"code": ["exact", "in", "icontains"], "created_at": ["gte", "lte"]}
    filterset_class = …          # or a `Filters` of its own, for references by code
    search_fields = ["code", "name"]
    ordering_fields = ["code", "name"]       # the first is the default order
"""

from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError as FormError
from django.db.models import Field, Model, Q, QuerySet
from django.utils.translation import gettext as _
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from core.api.lookup import found


class YesOrNo(forms.Field):
    """`true` or `false`; the usual widget takes anything else for no filter at all."""

    widget = forms.TextInput

    def clean(self, value: Any) -> bool | None:
        """The truth meant; None where nothing is said."""
        known: dict[Any, bool | None] = {None: None, "": None, "true": True, "false": False}
        if value not in known:
            raise FormError(_("true or false."))
        return known[value]


class StrictBoolean(django_filters.BooleanFilter):
    """A filter by `true` or `false`."""

    field_class = YesOrNo


class ByReference(django_filters.CharFilter):
    """Filters by an object people name by code or id: `department=ROADS`; an unknown one is refused.

    `objects`: all of them, or what a user may know of, so that a hidden one is as unknown as none.
    """

    def __init__(
        self, objects: QuerySet | Callable[[Any], QuerySet], code_field: str = "code", **rest: Any
    ) -> None:
        self.objects, self.code_field = objects, code_field
        super().__init__(**rest)

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """Rows that refer to the object named by `value`."""
        if not value:
            return qs
        objects = self.objects(self.parent.request.user) if callable(self.objects) else self.objects.all()
        target = found(objects, self.code_field, value)
        if target is None:
            name = self.field_name or ""
            raise ValidationError({name: _("There is no %(value)s.") % {"value": repr(value)}}, "unknown")
        return qs.filter(**{f"{self.field_name}": target})


class Filters(FilterSet):
    """The filter set that the API's lists use: booleans are taken literally."""

    @classmethod
    def filter_for_lookup(cls, field: Field, lookup_type: str) -> tuple[type, dict[str, Any]]:
        """As django-filter does, with booleans that refuse what is neither true nor false."""
        kind, options = super().filter_for_lookup(field, lookup_type)
        if kind is not None and issubclass(kind, django_filters.BooleanFilter):
            return StrictBoolean, {}
        return kind, options


class StrictFilters(DjangoFilterBackend):
    """Filters, searches and orders a list."""

    filterset_base = Filters

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        """The rows asked for, in the order asked for and then by id."""
        queryset = super().filter_queryset(request, queryset, view)
        words = request.query_params.get("q", "").strip()
        if words:
            queryset = _searched(queryset, words, view.search_fields)
        return queryset.order_by(*_order(request, view))


def _searched(queryset: QuerySet[Model], words: str, fields: list[str]) -> QuerySet[Model]:
    """Rows in which every word occurs somewhere in `fields`."""
    for word in words.split()[:10]:
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word})
        queryset = queryset.filter(anywhere)
    return queryset


def _order(request: Request, view: Any) -> list[str]:
    known = list(getattr(view, "ordering_fields", ()))
    text = request.query_params.get("ordering")
    names = text.split(",") if text is not None else known[:1]
    for name in names:
        if name.removeprefix("-") not in [*known, "id"]:
            offered = ", ".join([*known, "id"])
            raise ValidationError({"ordering": _("One or more of: %(offered)s.") % {"offered": offered}})
    ends_unique = bool(names) and names[-1].removeprefix("-") == "id"
    return names if ends_unique else [*names, "id"]
