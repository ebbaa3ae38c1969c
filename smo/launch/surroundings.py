"""Where the launcher works: the data folder, the port, the environment that every started program gets."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from smo.launch.bootstrap import PROJECT, chosen_port


@dataclass(frozen=True)
class Surroundings:
    """The data folder and the port of one start, as SMO_VAR= and PORT= say."""

    var: Path
    port: int

    @classmethod
    def from_environment(cls) -> Surroundings:
        """Read SMO_VAR (default var/ beside the code) and PORT (default 8000); Failure if PORT is no port."""
        var = Path(os.environ.get("SMO_VAR") or PROJECT / "var").expanduser().resolve()
        return cls(var=var, port=chosen_port())

    @property
    def url(self) -> str:
        """The address people open."""
        return f"http://127.0.0.1:{self.port}"

    def environment(self, **extra: str) -> dict[str, str]:
        """Return the environment of a started program, `extra` winning over everything."""
        return {
            **os.environ,
            "SMO_VAR": str(self.var),
            "BASE_URL": os.environ.get("BASE_URL") or self.url,
            "PYTHONUNBUFFERED": "1",
            "DJANGO_SETTINGS_MODULE": "smo.settings",
            **extra,
        }

    def make_folders(self) -> None:
        """Make the data folder with those of its folders that must be there before a program starts."""
        for name in ("log", "static"):
            (self.var / name).mkdir(parents=True, exist_ok=True)

    def log(self, name: str) -> Path:
        """Return the log file of the program `name`."""
        return self.var / "log" / f"{name}.log"


def python(*arguments: str | Path) -> list[str | Path]:
    """Return the command that runs this interpreter with `arguments`."""
    return [sys.executable, *arguments]


def manage(*arguments: str) -> list[str | Path]:
    """Return the command that runs `manage.py` with `arguments`."""
    return python(PROJECT / "manage.py", *arguments)
