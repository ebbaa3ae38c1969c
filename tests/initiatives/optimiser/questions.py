"""Random questions to the optimiser: whole amounts, so that nothing lies on the edge of a tolerance."""

from hypothesis import strategies as st

from initiatives.optimiser import (
    AtMostOne,
    Candidate,
    Limit,
    MinShare,
    Money,
    Must,
    Needs,
    Never,
    NotBefore,
    People,
    Problem,
)

AIMS, SKILLS = ("O1", "O2"), ("law", "works")
CODES = tuple("ABCDEF")


def _profile(most: int) -> st.SearchStrategy[tuple[float, ...]]:
    amounts = st.integers(0, most).map(float)
    return st.lists(amounts, min_size=1, max_size=3).map(tuple)


@st.composite
def candidates(draw: st.DrawFn, code: str) -> Candidate:
    """An initiative with a value, money of both kinds, people and an aim."""
    money = {kind: draw(_profile(9)) for kind in ("operating", "capital")}
    people = {skill: draw(_profile(4)) for skill in SKILLS}
    share = draw(st.sampled_from((0.0, 0.5, 1.0)))
    starts = draw(st.sampled_from((None, None, None, (0,), (1, 2))))
    value = float(draw(st.integers(0, 40)))
    return Candidate(code, value, money, people, {"O1": share, "O2": 1 - share}, starts)


def _limits(codes: tuple[str, ...], years: int) -> st.SearchStrategy[Limit]:
    code, year = st.sampled_from(codes), st.integers(0, years - 1)
    pair = st.lists(code, min_size=2, max_size=2, unique=True)
    group = st.lists(code, min_size=2, max_size=3, unique=True)
    kinds = st.sampled_from(("operating", "capital", "total"))
    return st.one_of(
        st.builds(Money, kinds, year, st.integers(0, 25).map(float)),
        st.builds(People, st.sampled_from(SKILLS), year, st.integers(0, 8).map(float)),
        st.builds(Must, code),
        st.builds(Never, code),
        st.builds(AtMostOne, group.map(tuple)),
        pair.map(lambda two: Needs(*two)),
        st.builds(NotBefore, code, year),
        st.builds(MinShare, st.sampled_from(AIMS), st.sampled_from((0.25, 0.5, 0.75))),
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Up to six initiatives, three years, limits of every kind."""
    years = draw(st.integers(1, 3))
    codes = CODES[: draw(st.integers(2, 6))]
    chosen = tuple(draw(candidates(code)) for code in codes)
    limits = draw(st.lists(_limits(codes, years), max_size=9, unique=True))
    later = draw(st.sampled_from((0.0, 0.125)))
    return Problem(years, chosen, tuple(limits), later=later, whole=draw(st.booleans()))
