"""Rows that are closed and added, never changed, so that the past stays readable."""

import datetime as dt
from typing import Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone


class KnownQuerySet(models.QuerySet):
    """Rows as they were known at a moment."""

    def current(self) -> Self:
        """Rows that are known now: not superseded."""
        return self.filter(known_to__isnull=True)

    def known_at(self, moment: dt.datetime | None) -> Self:
        """Rows as known at `moment`; None means now."""
        if moment is None:
            return self.current()
        return self.filter(known_from__lte=moment).filter(Q(known_to__isnull=True) | Q(known_to__gt=moment))

    def valid_on(self, day: dt.date) -> Self:
        """Rows whose `valid` range holds `day`."""
        return self.filter(valid__contains=day)

    def close(self, moment: dt.datetime) -> int:
        """End what is known by these rows at `moment`; returns how many rows were closed."""
        return self.filter(known_to__isnull=True).update(known_to=moment)


class Known(models.Model):
    """A fact with the time during which it was known; a change closes the row and adds another."""

    known_from = models.DateTimeField(default=timezone.now)
    known_to = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = KnownQuerySet.as_manager()

    class Meta:
        abstract = True


class KnownRange(Func):
    """The time during which a row was known, as a range, for exclusion constraints."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


def one_at_a_time(name: str, *keys: str, valid: bool = True) -> ExclusionConstraint:
    """A constraint: for the same `keys` no two rows overlap, in what they say of (valid) and when (known)."""
    expressions: list[tuple[str | Func, str]] = [(key, RangeOperators.EQUAL) for key in keys]
    if valid:
        expressions.append(("valid", RangeOperators.OVERLAPS))
    expressions.append((KnownRange(F("known_from"), F("known_to")), RangeOperators.OVERLAPS))
    return ExclusionConstraint(name=name, expressions=expressions)
