"""Figures of exposure in words, each with its uncertainty."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.ui.money import money_short_text
from core.ui.numbers import number_text
from risks.exposure.results import ABOVE, UNSURE, WITHIN

# Shapes of the design by what a comparison with the appetite came to.
MARK = {ABOVE: "red", WITHIN: "green", UNSURE: "insufficient_data"}


def percent_text(share: float, finer: int = 0) -> str:
    """A probability in per cent: "12 %", "1.5 %", "0.04 %"; `finer`: so many decimals more."""
    decimals = 0 if share >= 0.1 or share == 0 else 1 if share >= 0.01 else 2
    return f"{number_text(100 * share, decimals + finer)} %"


def between(figure: Mapping[str, float], currency: str = "") -> str:
    """An amount's interval: "between 1.9 M and 2.1 M EUR"; "about 2.0 M EUR" where both read alike."""
    return _interval(
        money_short_text(figure["low"]),
        money_short_text(figure["high"]),
        f"\u00a0{currency}" * bool(currency),
    )


def between_percent(figure: Mapping[str, float]) -> str:
    """A probability's interval in words, finer where both ends would read alike: 10.2 % is not 10 %."""
    low, high = figure["low"], figure["high"]
    finer = 1 if percent_text(low) == percent_text(high) and low != high else 0
    return _interval(percent_text(low, finer), percent_text(high, finer), "")


def _interval(low: str, high: str, unit: str) -> str:
    if low == high:
        return _("about %(value)s") % {"value": high + unit}
    return _("between %(low)s and %(high)s") % {"low": low, "high": high + unit}


def verdict_word(verdict: str) -> str:
    """What a comparison with the appetite came to."""
    words = {ABOVE: _("Above appetite"), WITHIN: _("Within appetite")}
    return words.get(verdict, _("Too close to tell"))


def appetite_finding(result: Mapping[str, Any], currency: str) -> str:
    """The first thing to know: where the curve leaves what is borne; without an appetite, a bad year."""
    points: Sequence[Mapping[str, Any]] = result["appetite"]
    above = [each for each in points if each["verdict"] == ABOVE]
    if above:
        worst = max(above, key=lambda each: each["now"]["value"] / max(each["most"], 1e-9))
        said = {
            "loss": money_short_text(worst["loss"], currency),
            "now": percent_text(worst["now"]["value"]),
            "most": percent_text(worst["most"]),
        }
        return _("A year costs more than %(loss)s with %(now)s probability; %(most)s is borne") % said
    if points and all(each["verdict"] == WITHIN for each in points):
        return _("Every loss is as rare as we are willing to bear")
    if points:
        return _("At some losses it is too close to tell whether they are rare enough")
    bad = money_short_text(result["now"]["quantiles"]["0.95"]["value"], currency)
    return _("One year in twenty costs more than %(loss)s") % {"loss": bad}


def driver_finding(parts: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> str:
    """Which risk drives how much years differ."""
    if not parts or parts[0]["share"] <= 0:
        return _("No single risk stands out")
    said = {
        "title": titles.get(parts[0]["key"], parts[0]["key"]),
        "share": percent_text(min(parts[0]["share"], 1)),
    }
    return _("“%(title)s” makes %(share)s of the difference between years") % said


def scope_text(scope: Mapping[str, str], kinds: Mapping[str, Any]) -> str:
    """What a run counts: "all risks", or department, category and kind."""
    said = [scope["department"], scope["category"], str(kinds.get(scope["kind"], ""))]
    return " · ".join(each for each in said if each) or _("all risks")
