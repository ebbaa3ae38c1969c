"""Mutants of the engine: does a test turn red when a line of scoring, rollup or formulas is changed?

mutmut works on a copy that holds only the engine and its tests: the engine knows no Django, and its tests
need no database, so thousands of mutants are tried in minutes.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from smo.launch.bootstrap import PROJECT, say
from smo.launch.surroundings import Surroundings, python
from smo.launch.testing import run_in_foreground

BAR = 0.90
"""The share of mutants that must be caught, in each part."""

PARTS = {
    "scoring": ("scoring", "anchors", "nodes"),
    "rollup": ("rollup", "departments", "over_time", "pairs", "cell_targets", "segments", "rows"),
    "formula": ("formulas/*",),
}
_COPIED = (
    "kpis/__init__.py",
    "kpis/engine",
    "tests/__init__.py",
    "tests/kpis/__init__.py",
    "tests/kpis/engine",
)
_SETTINGS = """
[tool.pytest.ini_options]
addopts = "-p no:django -p no:xdist -p no:cacheprovider"
[tool.mutmut]
source_paths = ["kpis"]
only_mutate = [{files}]
pytest_add_cli_args_test_selection = ["tests/kpis/engine"]
"""
# The same examples for every mutant, and the first that fails is enough: no search for a smaller one.
# mutmut wraps every function, so that the deepest formula allowed needs more frames than usual.
_CONFTEST = """
import sys
from hypothesis import Phase, settings
sys.setrecursionlimit(20_000)
settings.register_profile(
    "mutants", deadline=None, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)
settings.load_profile("mutants")
"""
_SURVIVED, _NO_TESTS, _NOT_TRIED = 0, (5, 33), None


def run() -> int:
    """Try every mutant and print what share of each part was caught; 1 below the bar."""
    surroundings = Surroundings.from_environment()
    folder = surroundings.var / "mutants"
    _copy_engine(folder)
    command = python("-c", "from mutmut.__main__ import cli; cli()", "run", "--max-children", "2")
    environment = surroundings.environment(SMO_PROPERTY_EXAMPLES="20")
    log = surroundings.log("mutants")
    code = run_in_foreground("mutants", command, environment, folder=folder, log=log)
    results = _results(folder / "mutants")
    if code or not results:
        say(f"✗ mutmut ended with {code}; see {log}")
        return 1
    shares = [_report(part, files, results) for part, files in PARTS.items()]
    return 0 if min(shares) >= BAR else 1


def _copy_engine(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name in _COPIED:
        source, target = PROJECT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    files = ", ".join(f'"kpis/engine/{name}.py"' for names in PARTS.values() for name in names)
    (folder / "pyproject.toml").write_text(_SETTINGS.format(files=files))
    (folder / "tests" / "conftest.py").write_text(_CONFTEST)


def _results(folder: Path) -> dict[str, dict[str, int | None]]:
    """By file of the engine (its path without .py), the exit code of the tests for each mutant."""
    found = {}
    for meta in sorted(folder.rglob("*.py.meta")):
        name = meta.relative_to(folder / "kpis" / "engine").as_posix().removesuffix(".py.meta")
        found[name] = json.loads(meta.read_text())["exit_code_by_key"]
    return found


def _report(part: str, files: Iterable[str], results: dict[str, dict[str, int | None]]) -> float:
    """Print a part's share of caught mutants, and the names of those that were not; returns the share."""
    codes = {
        mutant: code
        for name, mutants in results.items()
        if any(fnmatchcase(name, pattern) for pattern in files)
        for mutant, code in mutants.items()
    }
    missed = [mutant for mutant, code in codes.items() if code in (_SURVIVED, _NOT_TRIED, *_NO_TESTS)]
    share = 1 - len(missed) / len(codes) if codes else 0.0
    say(f"{'✓' if share >= BAR else '✗'} {part}: {share:.1%} of {len(codes)} mutants caught")
    for function, count in Counter(mutant.rpartition("__mutmut_")[0] for mutant in missed).most_common():
        say(f"    {count} not caught in {function}")
    return share
