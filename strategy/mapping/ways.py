"""Ways along the claims of a plan: what feeds an objective, directly or by way of others."""

from collections import deque
from collections.abc import Iterable

from strategy.models import CauseEffect


def feeding(links: Iterable[CauseEffect], objective_id: int) -> dict[int, CauseEffect]:
    """By id each objective that feeds the one, with the claim by which its shortest way begins."""
    causes: dict[int, list[CauseEffect]] = {}
    for link in links:
        causes.setdefault(link.effect_id, []).append(link)
    found: dict[int, CauseEffect] = {}
    waiting = deque([objective_id])
    while waiting:
        for link in causes.get(waiting.popleft(), []):
            if link.cause_id not in found:
                found[link.cause_id] = link
                waiting.append(link.cause_id)
    return found
