"""Ctrl-C, SIGTERM and SIGHUP as one exception, raised once, so that what follows can clean up in peace."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

from smo.launch.processes import STOP_SIGNALS


class Interrupted(BaseException):
    """Somebody asked the launcher to stop."""


def raise_once(_number: int, _frame: FrameType | None) -> None:
    """Ignore further requests to stop, then raise Interrupted."""
    for stop in STOP_SIGNALS:
        signal.signal(stop, signal.SIG_IGN)
    raise Interrupted


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Turn requests to stop into Interrupted inside the block; restore the handlers after it.

    A hang-up that is ignored already (nohup) stays ignored.
    """
    before = {number: signal.getsignal(number) for number in STOP_SIGNALS}
    for number, handler in before.items():
        if (number, handler) != (signal.SIGHUP, signal.SIG_IGN):
            signal.signal(number, raise_once)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
