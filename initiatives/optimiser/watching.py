"""What goes on while the optimiser works: told to whoever waits, who may stop it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """How far it is: `step` ("base", "conflict", "forced", "limits", "frontier"), `done` of `of` solves.

    `value` and `gap` (0 to 1): of the best portfolio found so far by the base solve; None: there is none.
    """

    step: str
    done: int = 0
    of: int = 1
    value: float | None = None
    gap: float | None = None


class Stopped(Exception):
    """Somebody wanted it to stop."""


def _never() -> bool:
    return False


def _nobody(_progress: Progress) -> None:
    return None


@dataclass(frozen=True)
class Watch:
    """`wants_stop` is asked and `tell` is called from the calling thread, a few times a second at most."""

    wants_stop: Callable[[], bool] = _never
    tell: Callable[[Progress], None] = _nobody

    def step(self, progress: Progress) -> None:
        """Tell how far it is; raises Stopped where that is wanted."""
        if self.wants_stop():
            raise Stopped
        self.tell(progress)
