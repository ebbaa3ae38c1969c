"""S: one outcome in words that fit one breath, and one person who answers for it.

Words are heuristics: they say what they found, so that a reader can disagree. They are lists of the active
language (translated as a whole), matched as whole words; two outcomes are seen where a word such as “and”
stands between two parts that both have a verb of change, or both a number.
"""

import re

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from strategy.goals.facts import GoalFacts
from strategy.goals.finding import Check, Letter, met, not_met

MOST_WORDS = 30
"""Beyond so many a sentence usually holds more than one thing."""
_YEAR = r"(?:19|20)\d\d"
# A number that is no year and no part of a word such as Q3 or O12.
_NUMBER = re.compile(rf"(?<![\w.,])(?!{_YEAR}\b)\d[\d.,\u202f\u00a0]*")


def specific(facts: GoalFacts) -> Letter:
    """One outcome, and an owner."""
    return Letter("S", (*_outcome(facts.statement.strip()), _owner(facts.owner)))


def _owner(owner: str) -> Check:
    if owner:
        return met(_("%(person)s answers for it.") % {"person": owner})
    return not_met(_("Nobody answers for it: name an owner."), "owner")


def _outcome(statement: str) -> tuple[Check, ...]:
    """What the words of the statement say: faults, else that it names one outcome."""
    if not statement:
        return (not_met(_("It says nothing yet: what will be true?"), "statement"),)
    faults = [fault for fault in (_too_long(statement), _two_outcomes(statement)) if fault]
    if faults:
        return tuple(not_met(fault, "statement") for fault in faults)
    return (met(_("It names one outcome.")),)


def _too_long(statement: str) -> str:
    count = len(statement.split())
    if count <= MOST_WORDS:
        return ""
    words = _("It has %(count)d words: say the outcome in %(most)d or fewer, and the rest in its steps.")
    return words % {"count": count, "most": MOST_WORDS}


def _two_outcomes(statement: str) -> str:
    """Why the statement seems to hold two outcomes; empty where it does not."""
    parts = [part.strip(" .,;") for part in _joiners().split(_without_range(statement))]
    acting, counting = [part for part in parts if _verbs(part)], [p for p in parts if _NUMBER.search(p)]
    telling = acting if len(acting) > 1 else counting
    if len(telling) > 1:
        words = _("It seems to join two outcomes, “%(first)s” and “%(second)s”: make two goals of them.")
        return words % {"first": telling[0], "second": telling[1]}
    verbs = _verbs(statement)
    if len(verbs) > 1:
        words = _("It seems to ask for two things, to “%(first)s” and to “%(second)s”: keep one.")
        return words % {"first": verbs[0], "second": verbs[1]}
    return ""


def _listed(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _joiners() -> re.Pattern[str]:
    """What may stand between two outcomes."""
    words = pgettext("words that join two outcomes, with commas", "and, as well as, while also, plus")
    return re.compile(rf"\b(?:{_any_of(_listed(words))})\b|;", re.IGNORECASE)


def _verbs(text: str) -> list[str]:
    """Different verbs of change in a text, in their order."""
    words = pgettext(
        "verbs of change as goals use them, with commas",
        "achieve, build, close, create, cut, decrease, deliver, double, ensure, expand, grow, halve, "
        "improve, increase, introduce, launch, lower, raise, reduce, shorten, train",
    )
    found = re.findall(rf"\b(?:{_any_of(_listed(words))})\b", text, re.IGNORECASE)
    return list(dict.fromkeys(word.lower() for word in found))


def _without_range(text: str) -> str:
    """The text with the 5 of “between 5 and 7” taken out: a range is one number."""
    words = pgettext("words that begin a range, with commas", "between")
    return re.sub(rf"\b({_any_of(_listed(words))})\s+[\d.,]+", r"\1", text, flags=re.IGNORECASE)
