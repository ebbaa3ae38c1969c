"""The initiatives of the demonstration: what was found of two that look alike."""

from initiatives.actions.coordination import judge_overlap
from initiatives.enums import Verdict
from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """One pair is judged; the first answer in a minute and the permits without paper still wait for it."""
    judge_overlap(
        by=portfolio.people["priya.halloran"],
        first=portfolio.initiatives["DOCK-HOMES"],
        second=portfolio.initiatives["EMPTY-HOMES"],
        verdict=Verdict.RELATED,
        note="One builds, one opens what is there. Their tenants come from the same list: agree on it.",
    )
