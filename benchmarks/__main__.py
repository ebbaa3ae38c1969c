"""`make bench`, or `python -m benchmarks [--runs N] [--only NAME …] [--keep] [--readme]`.

Prints a table of every figure beside its bar and writes benchmarks/results.json. It works in databases of its
own (`smo_bench_…`) on the server of DATABASE_URL; the largest, of 12 million values, takes 12 GB for a while.
"""

import argparse
import json
import os
from pathlib import Path
from typing import Any

import django

from benchmarks import readme

RESULTS = Path(__file__).parent / "results.json"
FEWEST_RUNS = 5


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measures the product.")
    parser.add_argument("--runs", type=int, default=FEWEST_RUNS, help="interleaved runs, at least 5")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these benchmarks only")
    parser.add_argument("--keep", action="store_true", help="keep the databases for the next run")
    parser.add_argument("--readme", action="store_true", help="write the tables of README.md anew as well")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smo.settings")
    django.setup()
    from benchmarks import suite  # noqa: PLC0415 (models can be imported only now)

    results = suite.run(max(options.runs, FEWEST_RUNS), options.only, keep=options.keep)
    merged = _merged(results)
    RESULTS.write_text(json.dumps(merged, indent=1, sort_keys=True) + "\n")
    if options.readme:
        readme.write(merged)
    print(f"written to {RESULTS.name}")


def _merged(results: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """With the figures of earlier runs that were not measured again."""
    earlier = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    return {**earlier, **results}


if __name__ == "__main__":
    main()
