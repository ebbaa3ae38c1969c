"""One risk in numbers, in closed form: what an average year costs, now and once the response is done."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from core.ui.money import money_short_text
from risks.enums import Spread
from risks.exposure.engine import Quantity
from risks.exposure.engine.spreads import expected_a_year
from risks.exposure.wording import percent_text
from risks.models import Risk, RiskQuantity


@dataclass(frozen=True)
class Estimate:
    """Probability and points in words; amounts of an average year (probability × mean impact)."""

    probability: str
    impact: str
    expected: float
    after: float | None
    after_words: str


def estimate_of(risk: Risk, quantity: RiskQuantity) -> Estimate:
    """The risk's numbers as its page shows them; an opportunity's amounts are gains, as positive ones."""
    said = Quantity(
        key=risk.code,
        probability=quantity.probability,
        spread=quantity.spread,
        low=quantity.low,
        likely=quantity.likely,
        high=quantity.high,
        after_probability=quantity.after_probability,
        after_factor=quantity.after_factor,
    )
    has_after = quantity.after_probability is not None or quantity.after_factor is not None
    done = replace(said, probability=said.probability_after)
    return Estimate(
        percent_text(quantity.probability),
        _points(quantity),
        expected_a_year(said),
        expected_a_year(done) * said.factor_after if has_after else None,
        _after(said) if has_after else "",
    )


def _points(quantity: RiskQuantity) -> str:
    low, high = money_short_text(quantity.low), money_short_text(quantity.high)
    if quantity.spread == Spread.LOGNORMAL or quantity.likely is None:
        return _("nine times in ten between %(low)s and %(high)s") % {"low": low, "high": high}
    said = {"low": low, "likely": money_short_text(quantity.likely), "high": high}
    return _("%(likely)s most likely, from %(low)s to %(high)s") % said


def _after(said: Quantity) -> str:
    words = {"probability": percent_text(said.probability_after), "share": percent_text(said.factor_after)}
    return _("%(probability)s probable, with %(share)s of the impact") % words
