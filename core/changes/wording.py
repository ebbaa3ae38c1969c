"""Values of fields as text, with the names of the objects they point to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import ForeignKey
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.changes.kinds import kept_fields

LONGEST = 300
_TITLES = ("name", "title", "subject", "statement", "email", "code")


class Wording:
    """Texts of the fields of some events; what they point to is read in one query a table."""

    def __init__(self, events: Iterable[Any]) -> None:
        wanted: dict[Any, set[Any]] = defaultdict(set)
        for event in events:
            for field in kept_fields(type(event)):
                if isinstance(field, ForeignKey):
                    wanted[field.related_model].add(getattr(event, field.attname))
        self._labels = {
            model: {pk: str(each) for pk, each in model._base_manager.in_bulk(keys - {None}).items()}
            for model, keys in wanted.items()
        }

    def of(self, event: Any, field: Any) -> str:
        """The value of one field as text; a dash where there is none."""
        value = getattr(event, field.attname)
        if value is None or value == "":
            return "–"
        if isinstance(field, ForeignKey):
            return self._labels[field.related_model].get(value, f"#{value}")
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        return _text(value)

    def title_of(self, event: Any) -> str:
        """The object as it was then: its name where it has one, else its first three fields."""
        for name in _TITLES:
            if getattr(event, name, ""):
                return Truncator(getattr(event, name)).chars(80)
        return " · ".join(self.of(event, field) for field in kept_fields(type(event))[:3])


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dt.datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, dt.date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list):
        return ", ".join(str(each) for each in value) or "–"
    return Truncator(str(value)).chars(LONGEST)
