"""Estimating risks in numbers, and computing what all of them come to."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from org.models import User
from risks.enums import Spread
from risks.exposure.inputs import Scope, inputs_of
from risks.exposure.results import result_of
from risks.models import ExposureRun, Risk, RiskQuantity
from risks.validators import check_standing, refuse

NUMBERS = ("probability", "low", "likely", "high", "after_probability", "after_factor")
FIELDS = (*NUMBERS, "spread", "basis")
MOST_MONEY, MOST_FACTOR, WIDEST = 1e12, 10, 1e4
FEWEST_YEARS, MOST_YEARS, MOST_SEED = 1_000, 200_000, 2**63 - 1
MOST_DRAWS = 30_000_000  # years × risks: what is computed while somebody waits


@action
def estimate_risk(*, by: User | None, risk: Risk, **fields: Any) -> RiskQuantity:
    """Say, or say anew, how likely a risk is and what it would cost; `fields` of `FIELDS`.

    What is not sent stays. Raises Refused, or Conflict where the risk is archived.
    """
    check_standing(risk)
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"a quantity has no {', '.join(sorted(unknown))}")
    quantity = RiskQuantity.objects.filter(risk=risk).first() or RiskQuantity(risk=risk)
    for name, value in fields.items():
        setattr(quantity, name, value.strip() if isinstance(value, str) else value)
    if quantity.spread == Spread.LOGNORMAL:
        quantity.likely = None
    refuse(_number_faults(quantity), _point_faults(quantity))
    quantity.estimated_by, quantity.estimated_on = by, timezone.localdate()
    quantity.save()
    return quantity


def _number_faults(quantity: RiskQuantity) -> Iterator[Fault]:
    """Faults of single numbers: missing, not finite, or outside what they may be."""
    most = {"probability": 1, "after_probability": 1, "after_factor": MOST_FACTOR}
    for name in NUMBERS:
        value: float | None = getattr(quantity, name)
        if value is None:
            if name in ("probability", "low", "high"):
                yield Fault(_("A number is needed."), field=name, code="required")
        elif not (math.isfinite(value) and 0 <= value <= most.get(name, MOST_MONEY)):
            words = _("A number from 0 to %(most)s is needed.")
            yield Fault(words % {"most": f"{most.get(name, MOST_MONEY):g}"}, field=name)


def _point_faults(quantity: RiskQuantity) -> Iterator[Fault]:
    """Faults of points that are not in order, or of which the spread cannot be made."""
    points: tuple[float | None, ...] = (quantity.low, quantity.likely, quantity.high)
    low, likely, high = points
    if low is None or high is None:  # said already
        return
    if low > high:
        yield Fault(_("The highest impact is at least the lowest."), field="high")
    elif quantity.spread == Spread.LOGNORMAL:
        if not (low > 0 and high <= WIDEST * low):
            words = _("For a lognormal spread the lower point is above 0, the upper at most 10,000 times it.")
            yield Fault(words, field="low")
    elif likely is None:
        yield Fault(_("Say the most likely impact."), field="likely", code="required")
    elif not low <= likely <= high:
        yield Fault(_("The most likely impact lies between the lowest and the highest."), field="likely")


@action
def forget_estimate(*, by: User | None, quantity: RiskQuantity) -> None:
    """Take an estimate back; the risk has no numbers then, which runs say. The history keeps it."""
    check_standing(quantity.risk)
    quantity.delete()


@action
def compute_exposure(
    *, by: User | None, name: str, scope: Scope | None = None, seed: int = 1, years: int = 100_000
) -> ExposureRun:
    """Simulate the risks of the scope (None: all) as they stand now, and keep inputs and result.

    Raises Refused: nothing has numbers, or it would take too long while somebody waits.
    """
    inputs = inputs_of(scope or Scope())
    refuse(_run_faults(name, seed, years, inputs))
    result = result_of(inputs, years, seed)
    return ExposureRun.objects.create(
        name=name.strip(), seed=seed, years=years, inputs=inputs, result=result, made_by=by
    )


def _run_faults(name: str, seed: int, years: int, inputs: Mapping[str, Any]) -> Iterator[Fault]:
    if not name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")
    if not 0 <= seed <= MOST_SEED:
        yield Fault(_("A whole number from 0 on is needed."), field="seed")
    if not FEWEST_YEARS <= years <= MOST_YEARS:
        words = _("Between %(least)d and %(most)d years are simulated.")
        yield Fault(words % {"least": FEWEST_YEARS, "most": MOST_YEARS}, field="years")
    elif years * len(inputs["risks"]) > MOST_DRAWS:
        words = _(
            "With %(n)d risks at most %(most)d years are simulated: take fewer, or a part of the risks."
        )
        most = MOST_DRAWS // len(inputs["risks"])
        yield Fault(words % {"n": len(inputs["risks"]), "most": most}, field="years")
    if not inputs["risks"]:
        yield Fault(_("No risk of this choice has numbers: estimate some first, on their pages."))


@action
def remove_run(*, by: User | None, run: ExposureRun) -> None:
    """Remove a run; the history keeps it."""
    run.delete()
