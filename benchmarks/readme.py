"""The tables of the README, written from the file of results."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

README = Path(__file__).parent.parent / "README.md"
_BEGIN, _END = "<!-- bench -->", "<!-- /bench -->"
_WORDS = {
    "full_rollup_vs_copy": "full rollup of 1.2 million values ÷ bare COPY of the same bytes out and in",
    "full_rollup_vs_sql": "full rollup ÷ staged SQL that computes the same columns",
    "two_workers_vs_one": "full rollup shared by two workers ÷ by one, on the same two cores",
    "rollup_12m_vs_1_2m": "full rollup of 12 million values ÷ of 1.2 million",
    "rollup_peak_mb": "memory of the rollup at 1.2 million values, MB",
    "rollup_12m_peak_mb": "memory of the rollup at 12 million values, MB",
    "incremental_ms": "one new value until the plan's scores are read, with the formula above it, ms",
    "incremental_growth": "one new value at 12 million stored ÷ at 120 thousand",
    "bulk_put_vs_copy": "10,000 values by REST ÷ COPY and JSON parse of the same rows",
    "scorecard_vs_queries": "scorecard page of 400 KPIs ÷ its queries and a bare template",
    "department_scores_seconds": "a plan's score at all 126 departments × 200 KPIs, s",
    "optimiser_base_seconds": "best portfolio of 200 initiatives × 5 years × 10 skills (or best found), s",
    "exposure_100k_years_seconds": "exposure of 100 risks over 100,000 simulated years, s",
    "portfolio_page_seconds": "slowest page of a portfolio of 244 initiatives, s",
    "gc_frozen_vs_usual": "web process with a frozen heap ÷ without",
}


def write(results: Mapping[str, Any]) -> None:
    """Replace what stands between the marks of the README."""
    text = README.read_text()
    head, rest = text.split(_BEGIN)
    _old, tail = rest.split(_END)
    README.write_text(f"{head}{_BEGIN}\n{_figures(results)}\n{_growth(results)}{_END}{tail}")


def _figures(results: Mapping[str, Any]) -> str:
    lines = ["| | bar | measured |", "|---|---|---|"]
    for name, words in _WORDS.items():
        if name in results:
            bar = results[name]["bar"]
            limit = "" if bar is None else f"≤ {bar:g}"
            lines.append(f"| {words} | {limit} | {results[name]['value']:.3g} |")
    return "\n".join(lines) + "\n"


def _growth(results: Mapping[str, Any]) -> str:
    """Seconds and milliseconds by how many values are stored; nothing before they were measured."""
    if "incremental_growth" not in results:
        return ""
    seconds = results["rollup_12m_vs_1_2m"]["raw"]["median_seconds"]
    change = results["incremental_growth"]["raw"]["median_milliseconds"]
    sizes = sorted(seconds, key=lambda size: seconds[size])
    changes = " | ".join(f"{change[size]:.3g}" for size in sizes)
    lines = [
        f"| values stored | {' | '.join(sizes)} |",
        "|---|" + "---|" * len(sizes),
        f"| full rollup, s | {' | '.join(f'{seconds[size]:.3g}' for size in sizes)} |",
        f"| one new value stored and rolled up, ms | {changes} |",
    ]
    return "\n".join(lines) + "\n"
