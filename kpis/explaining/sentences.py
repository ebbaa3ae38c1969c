"""The sentences with which an explanation begins."""

from django.utils.translation import gettext as _

from core.ui.coverage import percent_text
from core.ui.marks import mark_of
from core.ui.numbers import number_text
from kpis.engine.explain import Change
from kpis.engine.scoring import State, Status
from kpis.explaining.words import effects_text

UNMOVED = 0.05
"""A change smaller than this is written as none."""


def standing(status: Status | State, score: float | None, coverage: float) -> str:
    """Where a score stands: "On target at 71.2", or why there is none."""
    if isinstance(status, Status) and score is not None:
        words = {"status": mark_of(status).word, "score": number_text(score, 1)}
        return _("%(status)s at %(score)s") % words
    share = percent_text(coverage)
    match status:
        case State.INSUFFICIENT_DATA if score is not None:
            words = {"share": share, "score": number_text(score, 1)}
            text = _("Only %(share)s of the values are in, too few for a status; these score %(score)s")
            return text % words
        case State.INSUFFICIENT_DATA:
            return _("Only %(share)s of the values are in, too few for a score") % {"share": share}
        case State.NOT_APPLICABLE:
            return _("Nothing of it is measured here")
        case State.NOT_DUE:
            return _("Nothing is due yet")
        case State.DUE:
            return _("Its values are due now")
        case State.LATE:
            return _("Its values are late")
        case State.MISSING:
            return _("Its values are missing, and the period is closed")
    return _("There are values, but no target to score them against")


def change_sentence(change: Change, since: str) -> str:
    """By how much a score moved and by what: ", up 3.1 since Q4 2025: actuals +4.0, weights −0.9"."""
    if change.now is None:
        return ""
    if change.before is None:
        return _("; there was no score in %(since)s") % {"since": since}
    moved = change.now - change.before
    if abs(moved) < UNMOVED:
        said = _(", as in %(since)s") % {"since": since}
    elif moved > 0:
        said = _(", up %(points)s since %(since)s") % {"points": number_text(moved, 1), "since": since}
    else:
        said = _(", down %(points)s since %(since)s") % {"points": number_text(-moved, 1), "since": since}
    effects = effects_text(change.effects)
    return f"{said}: {effects}" if effects else said
