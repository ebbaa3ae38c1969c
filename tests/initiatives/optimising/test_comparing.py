"""What scenarios side by side say of an initiative."""

import pytest

from initiatives.optimising.comparing import Row


@pytest.mark.parametrize(
    ("starts", "differs"),
    [
        (["2027", "2027"], False),
        (["2027", "2028"], True),
        (["2027", ""], True),
        (["2027", None], False),
        (["2027", None, ""], True),
    ],
)
def test_an_initiative_differs_only_among_scenarios_that_have_an_answer(starts, differs):
    assert Row("CYCLE-LOOP", "The harbour cycle loop", starts).differs is differs
