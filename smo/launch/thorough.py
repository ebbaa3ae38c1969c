"""`make test-all`: the suite, the engine's property tests at length, then mutants of the engine."""

from __future__ import annotations

import time
from collections.abc import Callable

from smo.launch import mutation, testing
from smo.launch.bootstrap import say
from smo.launch.surroundings import Surroundings, python

# Each property is tried on this many random worlds: some ten minutes on two cores.
EXAMPLES = 2_000


def long_properties() -> int:
    """Hold the engine equal to the slow reference on many more random worlds than `make test` does."""
    environment = Surroundings.from_environment().environment(SMO_PROPERTY_EXAMPLES=str(EXAMPLES))
    command = python("-m", "pytest", "-n", "2", "tests/kpis/engine", "-q")
    return testing.run_in_foreground("properties", command, environment)


def test_all() -> int:
    """Run all three, whatever the first ones say; 1 when one failed."""
    parts: dict[str, Callable[[], int]] = {
        "the suite": testing.test,
        f"properties on {EXAMPLES:,} worlds each": long_properties,
        "mutants of the engine": mutation.run,
    }
    failed = []
    for name, part in parts.items():
        began = time.monotonic()
        say(f"— {name} —")
        if part():
            failed.append(name)
        say(f"  took {(time.monotonic() - began) / 60:.1f} minutes")
    say(f"✗ failed: {', '.join(failed)}" if failed else "✓ all passed")
    return 1 if failed else 0
