"""Whether one task leads to another by bonds: then the way back would close a circle."""

from collections import deque
from collections.abc import Iterable, Mapping


def way_between(follow: Mapping[int, Iterable[int]], first: int, last: int) -> list[int]:
    """The shortest way from `first` to `last`, both named; empty where there is none.

    `follow`: by key, the tasks that wait for it.
    """
    came: dict[int, int | None] = {first: None}
    waiting = deque([first])
    while waiting:
        here = waiting.popleft()
        if here == last:
            return _back(came, last)
        for after in follow.get(here, ()):
            if after not in came:
                came[after] = here
                waiting.append(after)
    return []


def _back(came: Mapping[int, int | None], last: int) -> list[int]:
    way: list[int] = []
    here: int | None = last
    while here is not None:
        way.append(here)
        here = came[here]
    return way[::-1]
