"""Five criteria to begin with."""

from typing import Any

from django.utils.translation import gettext as _

from initiatives.enums import Axis, Better


def suggested() -> list[dict[str, Any]]:
    """Value, urgency, effort, risk and fit: fields of `ScoringCriterion`, in the reader's language."""
    return [
        {
            "name": _("Value"),
            "help": _("1: hardly anybody notices. 5: it decides whether an objective is reached."),
            "weight": 4,
        },
        {
            "name": _("Urgency"),
            "help": _("1: may wait for years. 5: next year is too late."),
            "weight": 2,
        },
        {
            "name": _("Fit"),
            "help": _("1: beside the strategy. 5: what the strategy is about."),
            "weight": 2,
        },
        {
            "name": _("Effort"),
            "help": _("1: days of a few people. 5: years of many."),
            "weight": 2,
            "better": Better.LOW,
            "axis": Axis.EFFORT,
        },
        {
            "name": _("Risk"),
            "help": _("1: done before, by us. 5: nobody knows whether it works."),
            "weight": 1,
            "better": Better.LOW,
            "axis": Axis.EFFORT,
        },
    ]
