"""What came out of a run as it is kept: plain figures, each with its interval."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from risks.exposure.engine import simulate, summarise
from risks.exposure.engine.summary import Figure, Totals, exceedance
from risks.exposure.inputs import problem_of

ABOVE, WITHIN, UNSURE = "above", "within", "unsure"


def result_of(inputs: Mapping[str, Any], years: int, seed: int) -> dict[str, Any]:
    """Compute: `now`, `after` (totals), `parts` by risk, `curve`, and `appetite` point by point; as JSON.

    A figure is {"value", "low", "high"}, its 95 % interval. Raises ValueError for inputs that cannot be.
    """
    simulated = simulate(problem_of(inputs, years, seed))
    found = summarise(simulated)
    losses = sorted({point.loss for totals in (found.now, found.after) for point in totals.curve})
    borne = [point["loss"] for point in inputs["appetite"]]
    at = {
        "now": exceedance(simulated.total, [*losses, *borne]),
        "after": exceedance(simulated.total_after, [*losses, *borne]),
    }
    points = [
        {"loss": now.loss, "now": asdict(now.probability), "after": asdict(after.probability)}
        for now, after in zip(at["now"], at["after"], strict=True)
    ]
    return {
        "now": _totals(found.now),
        "after": _totals(found.after),
        "parts": [asdict(part) for part in found.parts],
        "curve": points[: len(losses)],
        "appetite": _against(inputs["appetite"], points[len(losses) :]),
    }


def _totals(totals: Totals) -> dict[str, Any]:
    whole = asdict(totals)
    del whole["curve"]
    return whole


def _against(
    appetite: Sequence[Mapping[str, float]], points: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Each point of the appetite with how probable the loss is, and whether that is more than is borne."""
    return [
        {
            **borne,
            **point,
            "verdict": verdict(Figure(**point["now"]), borne["most"]),
            "verdict_after": verdict(Figure(**point["after"]), borne["most"]),
        }
        for borne, point in zip(appetite, points, strict=True)
    ]


def verdict(probability: Figure, most: float) -> str:
    """`above` or `within` where the whole interval says so, else `unsure`: more years would tell."""
    if probability.low > most:
        return ABOVE
    return WITHIN if probability.high <= most else UNSURE
