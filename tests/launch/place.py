"""A checkout of its own to start the product in, and what a person at its terminal sees."""

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from smo.launch.bootstrap import PROJECT, VENV

NOT_OURS = (
    "SMO_",
    "DATABASE_URL",
    "REDIS_URL",
    "PORT",
    "BASE_URL",
    "ARGS",
    "DJANGO_",
    "DEBUG",
    "MAKE",
    "PYTEST_",
)
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", "var", "build", "__pycache__", ".*_cache", "data"
)


def check_out(folder: Path) -> Path:
    """Copy the product's files there and lend it our packages, so that nothing has to be installed."""
    shutil.copytree(PROJECT, folder, ignore=NOT_COPIED, symlinks=True)
    (folder / ".venv").symlink_to(VENV)
    (folder / "node_modules").symlink_to(PROJECT / "node_modules")
    return folder


def clean_environment(**extra: str) -> dict[str, str]:
    """Return our environment without what `make test` put into it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)}
    return {**kept, **extra}


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def processes_with(var: Path) -> dict[int, str]:
    """Return the living processes whose SMO_VAR is `var`, by number, with their command."""
    found = {}
    wanted = b"SMO_VAR=" + os.fsencode(var)
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdecimal() and wanted in (entry / "environ").read_bytes().split(b"\0"):
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                found[int(entry.name)] = command
        except OSError:
            continue
    return {number: command for number, command in found.items() if command}


def wait_for_silence(var: Path, seconds: float) -> dict[int, str]:
    """Wait until no process of `var` is left, at most so long; return those that are."""
    deadline = time.monotonic() + seconds
    while (left := processes_with(var)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left


class Start:
    """One `make TARGET`, its output as it comes, and its end."""

    def __init__(self, folder: Path, target: str, environment: Mapping[str, str], *, user: int | None = None):
        switch = (
            {} if user is None else {"user": user, "group": pwd.getpwuid(user).pw_gid, "extra_groups": []}
        )
        self.began = time.monotonic()
        self.make = subprocess.Popen(
            # A suite started under nohup ignores hang-ups; the person at this terminal does not.
            ["env", "--default-signal=HUP,INT,QUIT,TERM", "make", target],
            cwd=folder,
            env=dict(environment),
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **switch,
        )
        self.lines: list[str] = []
        self.spoken = threading.Condition()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        assert self.make.stdout is not None
        with self.make.stdout as said:
            for line in said:
                with self.spoken:
                    self.lines.append(line.rstrip("\n"))
                    self.spoken.notify_all()

    @property
    def output(self) -> str:
        return "\n".join(self.lines)

    def wait_for(self, pattern: str, seconds: float = 60) -> float:
        """Wait for a line of the pattern; return the seconds since the start. Fails with what was said."""
        deadline = time.monotonic() + seconds
        with self.spoken:
            while not any(re.search(pattern, line) for line in self.lines):
                left = deadline - time.monotonic()
                assert left > 0, f"no “{pattern}” in {seconds} s:\n{self.output}"
                assert self.listener.is_alive() or self.spoken.wait(0.2), f"no “{pattern}”:\n{self.output}"
                self.spoken.wait(min(left, 0.5))
        return time.monotonic() - self.began

    def launcher(self) -> int:
        """Return the number of the launcher that make started."""
        children = Path(f"/proc/{self.make.pid}/task/{self.make.pid}/children").read_text().split()
        return int(children[-1])

    def end(self, seconds: float = 60) -> int:
        """Wait for make's end and return its exit code."""
        code = self.make.wait(seconds)
        self.listener.join(5)
        return code

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask make to stop, if it runs, and wait for its end."""
        if self.make.poll() is None:
            self.make.send_signal(number)
        return self.end()
