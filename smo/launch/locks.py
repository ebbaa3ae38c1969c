"""The hash-pinned package locks: made from pyproject.toml, checked to be of it without a network."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

from smo.launch.bootstrap import PROJECT, Failure, say

MARK = "# made by `make lock` from dependencies with sha256 "
# Each lock and the optional dependencies of pyproject.toml that it holds beside the required ones.
LOCKS: dict[str, list[str]] = {"base": [], "dev": ["dev"]}


def lock_file(name: str) -> Path:
    """Return the lock called `name` ("base" or "dev")."""
    return PROJECT / "requirements" / f"{name}.txt"


def dependencies_hash() -> str:
    """Return the SHA-256 of what pyproject.toml asks for; comments and layout do not count."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [project[key] for key in ("requires-python", "dependencies", "optional-dependencies")]
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def compile_lock(name: str, extras: list[str]) -> None:
    """Pin one lock with uv, keeping the pins it has; ARGS=--upgrade renews them."""
    file = lock_file(name)
    options = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    # No address of a registry may get into the lock, and no configuration of this machine may shape it.
    options += ["--no-config", "--no-header", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    options += [f"--extra={extra}" for extra in extras] + shlex.split(os.environ.get("ARGS", ""))
    uv = Path(sys.executable).with_name("uv")
    command: list[str | Path] = [uv, "pip", "compile", "pyproject.toml", *options, "--output-file", file]
    if subprocess.run(command, cwd=PROJECT).returncode:
        raise Failure(f"uv could not pin {file.name}; its own message stands above.")
    mark(file)


def mark(file: Path) -> None:
    """Write into a lock's first line what it was made from."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith(MARK)]
    file.write_text("\n".join([MARK + dependencies_hash(), *lines, ""]), encoding="utf-8")


def lock() -> int:
    """Make every lock anew."""
    for name, extras in LOCKS.items():
        say(f"Pinning requirements/{name}.txt …")
        compile_lock(name, extras)
    return 0


def python_complaints() -> list[str]:
    """Return what is wrong with the Python locks."""
    texts = {name: lock_file(name).read_text(encoding="utf-8") for name in LOCKS}
    expected = MARK + dependencies_hash()
    stale = [name for name, text in texts.items() if text.splitlines()[0] != expected]
    addressed = [name for name, text in texts.items() if "://" in text]
    return [f"requirements/{name}.txt is not of this pyproject.toml: run make lock" for name in stale] + [
        f"requirements/{name}.txt holds an address" for name in addressed
    ]


def npm_complaints() -> list[str]:
    """Return what is wrong with package-lock.json."""
    asked = json.loads((PROJECT / "package.json").read_text(encoding="utf-8"))
    text = (PROJECT / "package-lock.json").read_text(encoding="utf-8")
    locked = json.loads(text)["packages"][""]
    keys = ("dependencies", "devDependencies")
    stale = any(asked.get(key, {}) != locked.get(key, {}) for key in keys)
    return ["package-lock.json is not of this package.json: run npm install"] * stale + [
        "package-lock.json holds the address of a registry"
    ] * ('"resolved"' in text)


def check() -> int:
    """Print what is wrong with the locks; 1 when anything is."""
    complaints = python_complaints() + npm_complaints()
    for complaint in complaints:
        print(complaint)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(check())
