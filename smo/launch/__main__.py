"""The launcher's command line: `python -m smo.launch GOAL`, called by the Makefile."""

from __future__ import annotations

import sys
from collections.abc import Callable

from smo.launch import checking, locks, serving, testing, thorough
from smo.launch.bootstrap import Failure, explain, say, speak_plainly
from smo.launch.interruption import Interrupted, stoppable

GOALS: dict[str, Callable[[], int]] = {
    "demo": serving.demo,
    "run": serving.run,
    "test": testing.test,
    "test-all": thorough.test_all,
    "check": checking.check,
    "fix": checking.fix,
    "lock": locks.lock,
    "bench": testing.bench,
}


def main(arguments: list[str]) -> int:
    """Run a goal; return its exit code. A failure is one clear line, a requested stop is a success."""
    speak_plainly()
    if len(arguments) != 1 or arguments[0] not in GOALS:
        print(f"usage: python -m smo.launch {'|'.join(GOALS)}", file=sys.stderr)
        return 2
    try:
        with stoppable():
            return GOALS[arguments[0]]()
    except Interrupted:
        say("Stopped.")
        return 0
    except Failure as failure:
        print(f"✗ {failure}", file=sys.stderr)
    except OSError as error:
        print(f"✗ {explain(error)}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
