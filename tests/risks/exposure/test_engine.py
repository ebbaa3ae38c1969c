"""Exposure against what is known in closed form."""

import math
from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from risks.exposure.engine import LOGNORMAL, PERT, Problem, Quantity, simulate, summarise
from risks.exposure.engine.spreads import expected_a_year, spread_of
from risks.exposure.engine.summary import exceedance, share_of

YEARS = 200_000
FIRE = Quantity("FIRE", 0.3, PERT, 100.0, 100.0, 100.0)
FLOOD = Quantity("FLOOD", 0.1, PERT, 10.0, 40.0, 130.0)
FRAUD = Quantity("FRAUD", 0.2, LOGNORMAL, 20.0, None, 180.0)


def within(value: float, truth: float, deviation: float, years: int = YEARS) -> bool:
    """Whether a mean of so many years is near the truth: five standard errors."""
    return abs(value - truth) < 5 * deviation / math.sqrt(years)


def test_one_risk_of_one_price_is_a_coin() -> None:
    found = summarise(simulate(Problem([FIRE], {}, YEARS, seed=7))).now
    assert within(found.expected.value, 30, 100 * math.sqrt(0.3 * 0.7))
    assert found.deviation == pytest.approx(100 * math.sqrt(0.3 * 0.7), rel=0.01)
    assert found.any_loss.low < 0.3 < found.any_loss.high
    assert (found.quantiles["0.5"].value, found.quantiles["0.9"].value, found.tail.value) == (0, 100, 100)


def test_independent_risks_add_up_their_means_and_variances() -> None:
    problem = Problem([FIRE, FLOOD, FRAUD], {}, YEARS, seed=3)
    found = summarise(simulate(problem))
    means = [expected_a_year(each) for each in problem.quantities]
    variances = [
        each.probability * (spread_of(each).variance + spread_of(each).mean ** 2) - mean**2
        for each, mean in zip(problem.quantities, means, strict=True)
    ]
    assert within(found.now.expected.value, sum(means), math.sqrt(sum(variances)))
    assert found.now.deviation**2 == pytest.approx(sum(variances), rel=0.05)
    assert sum(part.share for part in found.parts) == pytest.approx(1, abs=1e-3)
    assert [part.share for part in found.parts] == pytest.approx(
        [each / sum(variances) for each in variances], abs=0.03
    )


def test_pert_has_the_mean_of_its_formula() -> None:
    spread = spread_of(FLOOD)
    drawn = spread.draw(np.random.default_rng(1), YEARS)
    assert spread.mean == pytest.approx((10 + 4 * 40 + 130) / 6)
    assert within(float(drawn.mean()), spread.mean, math.sqrt(spread.variance))
    assert float(drawn.var()) == pytest.approx(spread.variance, rel=0.02)
    assert drawn.min() >= 10
    assert drawn.max() <= 130


def test_lognormal_has_the_quantiles_that_were_said() -> None:
    drawn = spread_of(FRAUD).draw(np.random.default_rng(1), YEARS)
    assert np.quantile(drawn, [0.05, 0.5, 0.95]) == pytest.approx([20, 60, 180], rel=0.03)
    sure = Quantity("SURE", 1, LOGNORMAL, 5.0, None, 50.0)
    assert summarise(simulate(Problem([sure], {}, YEARS))).now.expected.value == pytest.approx(
        spread_of(sure).mean, rel=0.01
    )


@pytest.mark.parametrize(("strength", "both"), [(0.0, 0.09), (1.0, 0.3)])
def test_a_shared_cause_ties_from_not_at_all_to_all_or_none(strength: float, both: float) -> None:
    pair = [replace(FIRE, key=key, cause="frost") for key in ("A", "B")]
    found = simulate(Problem(pair, {"frost": strength}, YEARS, seed=5))
    share = float(((found.now[0] > 0) & (found.now[1] > 0)).mean())
    assert within(share, both, math.sqrt(both * (1 - both)))
    assert within(float((found.now[0] > 0).mean()), 0.3, math.sqrt(0.21))


def test_half_a_tie_is_the_copula_that_is_documented() -> None:
    pair = [replace(FIRE, key=key, cause="frost") for key in ("A", "B")]
    found = simulate(Problem(pair, {"frost": 0.5}, YEARS, seed=5))
    # P(both) = ∫ P(u > t | z)² φ(z) dz, by a fine sum over z.
    normal, threshold = NormalDist(), NormalDist().inv_cdf(0.7)
    grid = np.linspace(-8, 8, 4001)
    given_z = np.array([1 - normal.cdf((threshold - math.sqrt(0.5) * z) / math.sqrt(0.5)) for z in grid])
    truth = float(np.sum(given_z**2 * np.exp(-(grid**2) / 2)) / np.sum(np.exp(-(grid**2) / 2)))
    share = float(((found.now[0] > 0) & (found.now[1] > 0)).mean())
    assert within(share, truth, math.sqrt(truth * (1 - truth)))


def test_exceedance_of_two_coins_at_known_losses() -> None:
    two = [replace(FIRE, key="A"), replace(FIRE, key="B")]
    points = exceedance(simulate(Problem(two, {}, YEARS)).total, [-1, 0, 100, 200])
    truths = [1, 0.51, 0.09, 0]
    for point, truth in zip(points, truths, strict=True):
        assert within(point.probability.value, truth, 0.5)
    assert points[3].probability.high > 0  # never seen is not impossible


def test_a_gain_offsets_a_loss() -> None:
    gain = replace(FIRE, key="GRANT", probability=1, sign=-1)
    found = summarise(simulate(Problem([replace(FIRE, probability=1), gain], {}, 1000)))
    assert (found.now.expected.value, found.now.any_loss.value) == (0, 0)


def test_a_response_is_compared_in_the_same_years() -> None:
    done = replace(FLOOD, after_probability=0.05, after_factor=0.5, cost=10)
    found = simulate(Problem([done], {}, YEARS, seed=2))
    before, after = found.now[0], found.after[0]
    assert bool((after[after > 0] == before[after > 0] * np.float32(0.5)).all())
    assert within(float((after > 0).mean()), 0.05, math.sqrt(0.05 * 0.95))
    part = summarise(found).parts[0]
    assert part.saved.value == pytest.approx(0.75 * expected_a_year(FLOOD), rel=0.05)
    assert part.cost == 10


def test_the_same_seed_gives_the_same_bits_and_another_risk_changes_no_draws() -> None:
    alone, again = (simulate(Problem([FLOOD], {}, 5000, seed=9)).now[0] for _time in range(2))
    beside = simulate(Problem([FIRE, FLOOD, FRAUD], {}, 5000, seed=9)).now[1]
    other = simulate(Problem([FLOOD], {}, 5000, seed=10)).now[0]
    assert alone.tobytes() == again.tobytes() == beside.tobytes() != other.tobytes()


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    hits = 0
    for seed in range(200):
        expected = summarise(simulate(Problem([FIRE, FLOOD], {}, 2000, seed=seed))).now.expected
        hits += expected.low <= 30 + expected_a_year(FLOOD) <= expected.high
    assert 180 <= hits <= 199


def test_a_share_that_was_never_seen_has_an_interval() -> None:
    assert share_of(0, 100).value == 0
    assert 0.03 < share_of(0, 100).high < 0.04
    assert share_of(100, 100).high == 1


@pytest.mark.parametrize(
    "wrong",
    [
        replace(FIRE, probability=1.2),
        replace(FIRE, after_probability=-0.1),
        replace(FLOOD, likely=200.0),
        replace(FRAUD, low=0.0),
        replace(FIRE, after_factor=-1.0),
    ],
)
def test_what_cannot_be_is_refused_by_name(wrong: Quantity) -> None:
    with pytest.raises(ValueError, match=wrong.key):
        simulate(Problem([wrong], {}, 10))


@given(
    st.floats(0, 1),
    st.floats(0, 1e6),
    st.floats(0, 1e6),
    st.floats(0, 1e6),
    st.integers(0, 2**32),
)
@settings(max_examples=40)
def test_losses_stay_within_what_was_said(
    probability: float, first: float, second: float, third: float, seed: int
) -> None:
    low, likely, high = sorted([first, second, third])
    quantity = Quantity("ANY", probability, PERT, low, likely, high)
    found = simulate(Problem([quantity], {}, 500, seed))
    hit = found.total[found.total != 0]
    assert ((hit >= low * (1 - 1e-9)) & (hit <= high * (1 + 1e-9))).all()
    totals = summarise(found).now
    values = [totals.quantiles[each].value for each in ("0.5", "0.8", "0.9", "0.95", "0.99")]
    assert values == sorted(values)
    probabilities = [point.probability.value for point in totals.curve]
    assert probabilities == sorted(probabilities, reverse=True)
