"""Splitting money over objectives, to the cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.means.following.flags import Facts, ObjectiveFlag, flags_of
from initiatives.means.following.shares import Got, Taken, share_out, split
from kpis.engine.scoring import State, Status

D = Decimal


def test_a_budget_is_split_by_strength_and_the_last_cents_go_to_the_largest_remainders() -> None:
    assert split(D("100.00"), [1, 1, 1]) == [D("33.34"), D("33.33"), D("33.33")]
    assert split(D("100.00"), [3, 1]) == [D("75.00"), D("25.00")]
    assert split(D("0.01"), [1, 2]) == [D("0.00"), D("0.01")]


@given(
    amount=st.decimals(0, 10**9, places=2),
    weights=st.lists(st.integers(1, 3), min_size=1, max_size=9),
)
def test_the_parts_add_up_to_the_amount_and_are_within_a_cent_of_their_share(
    amount: Decimal, weights: list[int]
) -> None:
    parts = split(amount, [float(weight) for weight in weights])
    assert sum(parts) == amount
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - amount * weight / sum(weights)) <= D("0.01")


def test_what_serves_no_objective_is_kept_apart() -> None:
    got = share_out(
        [
            Taken(D(90), 3.0, {"O1": 2, "O2": 1}),
            Taken(D(40), 1.0, {"O1": 3}),
            Taken(None, 2.0, {"O2": 1}),
            Taken(D(5), 0.5, {}),
        ]
    )
    assert got == Got(
        budget={"O1": D("100.00"), "O2": D("30.00")},
        fte={"O1": 3.0, "O2": 3.0},
        unserved_budget=D(5),
        unserved_fte=0.5,
    )
    assert (got.whole_budget, got.whole_fte) == (D(135), 6.5)


U, T, M = ObjectiveFlag.UNFUNDED, ObjectiveFlag.THIN, ObjectiveFlag.UNMEASURED


@pytest.mark.parametrize(
    ("weight", "budget", "share", "kpis", "status", "flags"),
    [
        (0.3, 0, 0.0, 2, Status.GREEN, [U]),  # weighs more than the average
        (0.1, 0, 0.0, 2, Status.GREEN, []),
        (0.1, 0, 0.0, 2, Status.RED, [U]),
        (0.3, 10, 0.1, 2, Status.GREEN, [T]),
        (0.3, 10, 0.2, 2, Status.GREEN, []),
        (0.1, 10, 0.2, 0, State.UNSCORED, [M]),
        (0.1, 10, 0.2, 1, State.INSUFFICIENT_DATA, [M]),
        (0.3, 10, 0.01, 0, State.NOT_APPLICABLE, [T, M]),
    ],
)
def test_flags_say_where_money_does_not_follow(
    weight: float, budget: int, share: float, kpis: int, status: object, flags: list[ObjectiveFlag]
) -> None:
    found = flags_of(Facts(weight, 0.25, D(budget), share, kpis, status))
    assert [flag.kind for flag in found] == flags
