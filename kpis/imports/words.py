"""What people write in a file for a direction, a frequency or a rollup."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.tabular.columns import plain
from kpis.enums import (
    DataQuality,
    DepartmentRollup,
    Direction,
    Frequency,
    Kind,
    MissingPolicy,
    OwnValue,
    Tendency,
    TimeRollup,
)

# Only words that can mean one thing; "biannual", for instance, is not among them.
_ALSO: Mapping[Any, Mapping[str, str]] = {
    Direction: {
        "higher": "up", "increase": "up", "more": "up", "maximise": "up", "maximize": "up",
        "lower": "down", "decrease": "down", "less": "down", "minimise": "down", "minimize": "down",
        "range": "band", "between": "band", "inside": "band",
    },
    Frequency: {"annual": "year", "annually": "year", "semiannual": "half", "half_year": "half"},
    TimeRollup: {
        "total": "sum", "average": "mean", "avg": "mean", "minimum": "min", "maximum": "max",
        "last_value": "last", "end": "last",
    },
    DepartmentRollup: {
        "total": "sum", "average": "mean", "avg": "mean", "minimum": "min", "maximum": "max",
        "weighted_average": "weighted",
    },
    Kind: {"entered": "reported", "computed": "formula", "calculated": "formula"},
    OwnValue: {},
    MissingPolicy: {},
    Tendency: {},
    DataQuality: {"good": "high", "fair": "medium", "poor": "low", "estimate": "low"},
}  # fmt: skip


def read_word(text: str, choices: Any, column: str) -> str:
    """The choice that a cell means, by its value, its label or a usual word; else raises Refused."""
    wanted = plain(text)
    for choice in choices:
        if wanted in (plain(str(choice.value)), plain(str(choice.label))):
            return str(choice.value)
    if wanted in _ALSO[choices]:
        return _ALSO[choices][wanted]
    reason = _("%(text)s is not understood; accepted are: %(accepted)s.")
    values = {"text": repr(text[:40]), "accepted": ", ".join(choices.values)}
    raise Refused([Fault(reason % values, field=column, code="choice")])


def read_truth(text: str, column: str) -> bool:
    """Whether a cell means yes or no; else raises Refused."""
    wanted = plain(text)
    if wanted in ("yes", "true", "1", plain(_("yes"))):
        return True
    if wanted in ("no", "false", "0", plain(_("no"))):
        return False
    reason = _("%(text)s is not understood; accepted are: %(accepted)s.")
    raise Refused(
        [Fault(reason % {"text": repr(text[:40]), "accepted": "yes, no"}, field=column, code="choice")]
    )
