"""How much of the work is done, and how much should be."""

import datetime as dt
from collections.abc import Iterable, Sequence

from initiatives.earned.facts import Agreed, Work


def done_share(work: Sequence[Work]) -> float | None:
    """The share of the work that is done, 0 to 1, by weight: Σ weight · progress / Σ weight.

    Milestones mark work and are none: those made on pages weigh 0. None: nothing weighs anything.
    """
    return _mean((each.weight, each.share_done) for each in work)


def planned_share(agreed: Sequence[Agreed], day: dt.date) -> float | None:
    """The share of the work that the baseline has done by the end of a day, 0 to 1; None: nothing has a day.

    The work of a task goes evenly over its days (both ends included); without a start it is done at its end.
    """
    dated = [each for each in agreed if each.ends_on is not None]
    return _mean((each.weight, _planned(each, day)) for each in dated)


def _planned(task: Agreed, day: dt.date) -> float:
    assert task.ends_on is not None
    if task.starts_on is None or day >= task.ends_on:
        return float(day >= task.ends_on)
    days, gone = (task.ends_on - task.starts_on).days + 1, (day - task.starts_on).days + 1
    return max(gone, 0) / days


def _mean(pairs: Iterable[tuple[float, float]]) -> float | None:
    """The weighted mean of shares; None where nothing has a weight."""
    known = list(pairs)
    total = sum(weight for weight, _ in known)
    return sum(weight * share for weight, share in known) / total if total > 0 else None
