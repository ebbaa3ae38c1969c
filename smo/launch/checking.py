"""`make check`: every check that needs no database, all of them run, the verdict last; and `make fix`."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from smo.launch.bootstrap import PROJECT, say
from smo.launch.surroundings import Surroundings, manage, python

SCHEMA = PROJECT / "docs" / "openapi.yaml"
BUILT_SCHEMA = PROJECT / "build" / "openapi.yaml"


@dataclass(frozen=True)
class Check:
    """One check: what it is called and the commands that must all succeed."""

    name: str
    commands: Sequence[Sequence[str | Path]]


def tool(name: str) -> Path:
    """Return a program of the virtual environment that cannot be run as a module."""
    return Path(sys.executable).with_name(name)


def templates() -> list[Path]:
    """Return every template of the product."""
    own = PROJECT.glob("templates/**/*.html")
    return sorted([*own, *PROJECT.glob("*/templates/**/*.html")])


def djade(*options: str) -> list[str | Path]:
    """Return the command that checks or repairs the templates' format."""
    return [tool("djade"), "--target-version", "5.2", *options, *templates()]


def schema(target: Path) -> list[str | Path]:
    """Return the command that writes the REST schema, refusing one with warnings."""
    return manage("spectacular", "--validate", "--fail-on-warn", "--file", str(target))


def checks() -> list[Check]:
    """Return all checks, the quick ones first."""
    compare: list[list[str | Path]] = [["diff", "-u", SCHEMA, BUILT_SCHEMA]] if SCHEMA.exists() else []
    return [
        Check("lint (ruff)", [python("-m", "ruff", "check")]),
        Check("format (ruff)", [python("-m", "ruff", "format", "--check")]),
        Check("template format (djade)", [djade("--check")] if templates() else []),
        Check("locks", [python("-m", "smo.launch.locks")]),
        Check("floors (import-linter)", [[tool("lint-imports")]]),
        Check("migrations", [manage("makemigrations", "--check", "--dry-run")]),
        Check("REST schema", [schema(BUILT_SCHEMA), *compare]),
        Check("types (mypy)", [python("-m", "mypy", ".")]),
    ]


def passes(check: Check, environment: dict[str, str]) -> bool:
    """Run one check and print its line; below it the output where it fails."""
    began = time.monotonic()
    for command in check.commands:
        done = subprocess.run(
            command,
            cwd=PROJECT,
            env=environment,
            text=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if done.returncode:
            say(f"✗ {check.name}\n{done.stdout}")
            return False
    say(f"✓ {check.name} ({time.monotonic() - began:.1f} s)")
    return True


def environment() -> dict[str, str]:
    """Return the environment of the checks: a data folder of their own, no database and no broker."""
    return Surroundings(PROJECT / "build" / "check", 8000).environment(
        DATABASE_URL="postgres://nobody@localhost:1/none", REDIS_URL="", SMO_ENVIRONMENT="development"
    )


def check() -> int:
    """Run every check; 1 when one failed."""
    failed = [check.name for check in checks() if not passes(check, environment())]
    if failed:
        print(f"✗ failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def fix() -> int:
    """Repair what can be repaired: lint, format, templates, the committed REST schema; then 0.

    What is left is for `make check` to say.
    """
    commands = [python("-m", "ruff", "check", "--fix", "--quiet"), python("-m", "ruff", "format")]
    commands += [djade()] if templates() else []
    commands += [schema(SCHEMA)] if SCHEMA.exists() else []
    for command in commands:
        subprocess.run(command, cwd=PROJECT, env=environment())
    return 0
