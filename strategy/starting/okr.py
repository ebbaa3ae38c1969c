"""Objectives and key results (Grove, 1983; Doerr, 2018): few objectives, each with results to be reached."""

from django.utils.translation import gettext_lazy as _

from strategy.starting.template import Draft, PlanTemplate

_RESULT = _("Key result: which number goes from where to where by when?")

OKR = PlanTemplate(
    code="okr",
    name=_("Objectives and key results"),
    for_whom=_("Teams that set few objectives for a year or a quarter, each with measurable key results."),
    perspectives=(
        ("committed", _("Committed"), _("What do we promise to reach in full?")),
        ("aspired", _("Aspired"), _("What would be worth reaching even by two thirds?")),
    ),
    priorities=(("P1", _("This year's focus"), _("What matters more than all else this year.")),),
    objectives=(
        Draft("O1", _("Those we serve notice the difference"), "committed", "P1", "", (_RESULT,) * 3),
        Draft("O2", _("We deliver in half the time"), "committed", "P1", "", (_RESULT,) * 3),
        Draft("O3", _("We try what nobody here has done"), "aspired", "P1", "", (_RESULT,) * 2),
    ),
)
