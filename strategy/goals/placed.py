"""R and T: why a goal matters to the strategy, and whether its day lies where the plan goes."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kpis.as_of import day_text
from strategy.goals.facts import GoalFacts, Span
from strategy.goals.finding import Check, Letter, met, not_met


def relevant(facts: GoalFacts) -> Letter:
    """Linked to an objective, and to a priority or to words that say why it matters."""
    checks = [met(_("It serves the objective “%(objective)s”.") % {"objective": facts.objective})]
    if not facts.objective:
        checks = [not_met(_("It serves no objective."))]
    return Letter("R", (*checks, _reason(facts)))


def _reason(facts: GoalFacts) -> Check:
    if facts.priority:
        words = _("Its objective serves the priority “%(priority)s”.")
        return met(words % {"priority": facts.priority})
    if facts.relevance.strip():
        return met(_("It says why it matters."))
    words = _(
        "Its objective serves no priority, and nothing says why it matters: say it, or place the objective."
    )
    return not_met(words, "relevance")


def time_bound(facts: GoalFacts, today: dt.date) -> Letter:
    """A due date to come, inside the objective and the plan."""
    if facts.due_on is None:
        return Letter("T", (not_met(_("It has no due date."), "due_on"),))
    faults = tuple(not_met(fault, "due_on") for fault in _day_faults(facts, facts.due_on, today))
    return Letter("T", faults or (met(_("It is due on %(day)s.") % {"day": day_text(facts.due_on)}),))


def _day_faults(facts: GoalFacts, due_on: dt.date, today: dt.date) -> Iterator[str]:
    day = {"day": day_text(due_on)}
    if facts.is_open and due_on < today:
        yield _("Its due date, %(day)s, has passed.") % day
    if facts.baseline_on and due_on <= facts.baseline_on:
        yield _("It is due on %(day)s, not after the day of its baseline.") % day
    for span in facts.spans:
        if not _inside(due_on, span):
            words = _("It is due on %(day)s, outside “%(span)s”, which goes %(when)s.")
            yield words % {**day, "span": span.name, "when": _when(span)}


def _inside(day: dt.date, span: Span) -> bool:
    return (span.starts_on is None or span.starts_on <= day) and (span.ends_on is None or day <= span.ends_on)


def _when(span: Span) -> str:
    """From when to when, in words."""
    start, end = (day_text(day) if day else "" for day in (span.starts_on, span.ends_on))
    if start and end:
        return _("from %(start)s to %(end)s") % {"start": start, "end": end}
    return _("from %(start)s on") % {"start": start} if start else _("until %(end)s") % {"end": end}
