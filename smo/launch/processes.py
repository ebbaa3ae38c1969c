"""Child processes that never outlive their launcher: started with a log, stopped in order, none left."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Owner:
    """The system user that a program runs as; `switch` is false where that is the caller."""

    uid: int
    gid: int
    switch: bool = False

    def popen_arguments(self) -> dict[str, object]:
        """Return what makes `subprocess` run a program as this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.switch else {}


@dataclass(frozen=True)
class Program:
    """One program to run: its name for people, its command, environment and log (None: the terminal)."""

    name: str
    command: Sequence[str | Path]
    environment: Mapping[str, str]
    log: Path | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    death_signal: signal.Signals | None = None  # when the launcher is killed; None: the stop signal
    owner: Owner | None = None
    folder: Path | None = None


@dataclass
class Process:
    """A started program. It leads its own process group, so that Ctrl-C reaches the launcher alone."""

    program: Program
    popen: subprocess.Popen[bytes] = field(repr=False)

    @property
    def ended(self) -> bool:
        """Tell whether the program is no longer running."""
        return self.popen.poll() is not None

    def last_lines(self, count: int = 12) -> str:
        """Return the end of the program's log."""
        if self.program.log is None or not self.program.log.exists():
            return ""
        with self.program.log.open(encoding="utf-8", errors="replace") as log:
            return "".join(deque(log, maxlen=count))

    def last_words(self) -> str:
        """Return why the program may have ended: a full disk in one line, else the end of its log."""
        end = self.last_lines()
        if "No space left on device" in end:
            return f" The disk is full: free some space at {self.program.environment.get('SMO_VAR', '')}."
        return f" {self.program.log} ends with:\n{end}" if end else ""

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program itself; one that is gone is left in peace."""
        with contextlib.suppress(ProcessLookupError):
            self.popen.send_signal(number)

    def clear_group(self) -> None:
        """Kill whatever of the program's process group is left after the program has ended."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.popen.pid, signal.SIGKILL)


def die_with_parent(number: signal.Signals) -> Callable[[], None]:
    """Return what a child does before exec: on Linux, ask for `number` should the launcher be killed."""
    parent = os.getpid()

    def ask() -> None:
        if LIBC is not None:
            LIBC.prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
            if os.getppid() != parent:  # it died between fork and here
                os._exit(1)

    return ask


def start(program: Program) -> Process:
    """Start a program; its output goes to its log, or to the terminal where it has none."""
    with contextlib.ExitStack() as stack:
        log = stack.enter_context(program.log.open("ab")) if program.log else None
        popen = subprocess.Popen(
            list(program.command),
            env=dict(program.environment),
            cwd=program.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT if log else None,
            start_new_session=True,
            preexec_fn=die_with_parent(
                program.death_signal or program.stop_signal
            ),  # safe: the launcher has one thread
            **(program.owner.popen_arguments() if program.owner else {}),  # type: ignore[call-overload]
        )
    return Process(program, popen)


def stop(processes: Sequence[Process], *, grace: float = 10.0) -> None:
    """Ask all of them to end, wait up to `grace` seconds, kill what is left of their groups.

    Further requests to stop wait until this is done.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    try:
        end_all(processes, grace)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_all(processes: Sequence[Process], grace: float) -> None:
    """Do what `stop` says, in this order: ask, wait, kill."""
    for process in processes:
        if not process.ended:
            process.send(process.program.stop_signal)
    deadline = time.monotonic() + grace
    for process in processes:
        try:
            process.popen.wait(timeout=max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.send(signal.SIGKILL)
            process.popen.wait()
        process.clear_group()


def keep_previous(log: Path) -> None:
    """Set a log of an earlier start aside as NAME.log.1, so that the log holds this start only."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists():
        log.replace(log.with_name(f"{log.name}.1"))
