"""The map's words: how long a cause takes to show, and what the data says of a claim."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.ui.numbers import number_text
from kpis.engine.frequency import Frequency
from strategy.enums import Influence
from strategy.mapping.association import Word
from strategy.mapping.claims import Arrow


def lag_text(months: int | None) -> str:
    """After which time the effect is expected to show; empty where nobody said."""
    if months is None:
        return ""
    if months == 0:
        return _("at once")
    if months % 12 == 0:
        years = months // 12
        return ngettext("after a year", "after %(n)d years", years) % {"n": years}
    return ngettext("after a month", "after %(n)d months", months) % {"n": months}


def influence_text(influence: str) -> str:
    """The claim's verb: of two objectives, the first … the second."""
    return _("hinders") if influence == Influence.HINDERS else _("helps")


def word_of(arrow: Arrow) -> str:
    """What the data says, in a word or two; never that one brings about the other."""
    match arrow.found.word:
        case Word.TOO_LITTLE:
            return _("Too little data")
        case Word.SHARED:
            return _("Measured by the same KPI")
        case Word.UNCLEAR:
            return _("No pattern to be seen")
    return _("They move as claimed") if arrow.agrees else _("They move against the claim")


def detail_of(arrow: Arrow) -> str:
    """The numbers behind the word; what would be needed where there are none."""
    found = arrow.found
    if found.word == Word.SHARED:
        return _("Their scores move together whatever is true.")
    if found.coefficient is None or found.low is None or found.high is None:
        if arrow.frequency is None:
            return _("One of the two is measured too seldom, or not at all.")
        return _counted(found.pairs, arrow.frequency)
    return _("rank correlation %(r)s (%(low)s to %(high)s), %(counted)s") % {
        "r": number_text(found.coefficient, 2),
        "low": number_text(found.low, 2),
        "high": number_text(found.high, 2),
        "counted": _counted(found.pairs, arrow.frequency),
    }


def _counted(pairs: int, frequency: Frequency | None) -> str:
    if frequency == Frequency.QUARTER:
        return ngettext("%(n)d quarterly change", "%(n)d quarterly changes", pairs) % {"n": pairs}
    return ngettext("%(n)d monthly change", "%(n)d monthly changes", pairs) % {"n": pairs}
