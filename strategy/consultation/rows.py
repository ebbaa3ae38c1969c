"""The remarks of a round as rows of a file."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from strategy.consultation.document import name_of
from strategy.models import Remark

Row = tuple[Any, ...]


def header() -> list[str]:
    """The names of the columns."""
    return [
        _("About"),
        _("What"),
        _("Text"),
        _("Proposed wording"),
        _("By"),
        _("For department"),
        _("Guest of"),
        _("Said on"),
        _("Withdrawn on"),
        _("What became of it"),
        _("Answer"),
        _("Answered by"),
        _("Answered on"),
    ]


def rows(remarks: Sequence[Remark]) -> Iterator[Row]:
    """A row a remark, in the order given."""
    for each in remarks:
        yield (
            name_of(each),
            each.get_kind_display(),
            each.text,
            each.proposed,
            author_of(each),
            each.department.name if each.department else "",
            each.guest.guest_organisation if each.guest else "",
            _day(each.said_at),
            _day(each.withdrawn_at),
            each.get_outcome_display(),
            each.answer,
            each.answered_by.name if each.answered_by else "",
            _day(each.answered_at),
        )


def author_of(remark: Remark) -> str:
    """Who said it, by name."""
    if remark.author is not None:
        return remark.author.name
    return remark.guest.guest_name if remark.guest else ""


def _day(moment: dt.datetime | None) -> dt.date | str:
    return localtime(moment).date() if moment else ""
