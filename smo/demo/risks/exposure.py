"""The risks of the demonstration: how likely they are, what they would cost, and what a year comes to."""

from typing import Any

from risks.actions.exposure import compute_exposure, estimate_risk
from risks.actions.matrices import keep_cause
from risks.actions.register import change_risk
from risks.enums import Spread
from smo.demo.risks.scene import Register

# Probability in a year; lowest, likeliest, highest impact; both once the response is done; what it rests on.
_PERT: tuple[tuple[str, float, tuple[float, float, float], float | None, float | None, str], ...] = (
    ("STORM-SURGE", 0.04, (3e6, 8e6, 3e7), 0.008, 0.6, "Tide gauge since 1931; claims of the last flood."),
    ("BUS-DRIVERS", 0.45, (2e5, 5e5, 1.2e6), 0.25, 0.7, "Overtime and cancelled shifts of three years."),
    ("DEPOT-FIRE", 0.02, (1e6, 4e6, 9e6), 0.008, 0.5, "Insurer's figures for battery depots."),
    ("BRIDGE-CRACK", 0.15, (6e5, 1.5e6, 5e6), 0.05, None, "Inspection of spring; two offers."),
    ("FLOOD-PERMIT", 0.06, (2e5, 9e5, 4e6), 0.02, None, "One court case next door."),
    ("RATE-RISE", 0.3, (2e5, 6e5, 1.8e6), None, 0.5, "Debt to be renewed within two years."),
    ("FERRY-STRIKE", 0.2, (4e4, 1.2e5, 4e5), None, None, "Two strikes in ten years."),
    ("BATHING-WATER", 0.25, (3e4, 8e4, 3e5), 0.12, None, "Closed beaches of five summers."),
    ("FUNDING-CUT", 0.2, (5e5, 1.2e6, 2.5e6), None, None, "The state's own forecast."),
    ("HEATWAVE", 0.35, (5e4, 2e5, 9e5), 0.35, 0.7, "Summers of 2019 and 2022."),
    ("CRANE-DOWN", 0.1, (2e5, 7e5, 2e6), 0.04, None, "Maker's failure rates."),
)
# The same with the 5 % and the 95 % point of the impact, for what has a long tail.
_LONG_TAIL: tuple[tuple[str, float, tuple[float, float], float | None, float | None, str], ...] = (
    ("CYBER", 0.15, (1e5, 8e6), 0.05, 0.6, "Cases of twelve cities of our size."),
    ("CONTRACTOR", 0.1, (4e5, 5e6), 0.06, None, "Their accounts; three people's judgement."),
    ("OIL-SPILL", 0.03, (2e5, 1.2e7), None, None, "Harbour statistics of the coast."),
)
_GAINS: tuple[tuple[str, float, tuple[float, float, float], float | None, float | None, str], ...] = (
    ("EU-GRANT", 0.25, (4e5, 9e5, 2e6), 0.35, None, "Share of applications that won."),
    ("CRUISE-SHORE-POWER", 0.3, (1e5, 3e5, 6e5), 0.45, None, "A letter of two lines."),
)
_TIED = {
    "A hard winter": (0.4, ("STORM-SURGE", "BRIDGE-CRACK", "FERRY-STRIKE")),
    "A downturn": (0.3, ("FUNDING-CUT", "CONTRACTOR", "RATE-RISE")),
}
_YEARS = 20_000  # enough for a demonstration


def store(register: Register) -> None:
    """Numbers for most risks, what ties some of them, and two runs: before and after CYBER was looked at."""
    staff = register.people["smo"]
    _tie(register)
    for code, fields in _estimates():
        estimate_risk(by=staff, risk=register.risks[code], **fields)
    first = register.risks["CYBER"]
    estimate_risk(by=staff, risk=first, probability=0.3, high=9e6)
    compute_exposure(by=staff, name="Spring", years=_YEARS)
    estimate_risk(by=staff, risk=first, probability=0.15, high=8e6)
    compute_exposure(by=staff, name="Autumn", years=_YEARS)


def _tie(register: Register) -> None:
    for name, (strength, codes) in _TIED.items():
        cause = keep_cause(by=register.people["smo"], name=name, strength=strength)
        for code in codes:
            register.risks[code] = change_risk(
                by=register.people["smo"], risk=register.risks[code], shared_cause=cause
            )


def _estimates() -> list[tuple[str, dict[str, Any]]]:
    """What is said of each risk, by code."""
    said: list[tuple[str, dict[str, Any]]] = []
    for code, probability, (low, likely, high), after, factor, basis in (*_PERT, *_GAINS):
        points = {"spread": Spread.THREE_POINT, "low": low, "likely": likely, "high": high}
        said.append((code, {**_common(probability, after, factor, basis), **points}))
    for code, probability, (low, high), after, factor, basis in _LONG_TAIL:
        points = {"spread": Spread.LOGNORMAL, "low": low, "likely": None, "high": high}
        said.append((code, {**_common(probability, after, factor, basis), **points}))
    return said


def _common(probability: float, after: float | None, factor: float | None, basis: str) -> dict[str, Any]:
    return {
        "probability": probability,
        "after_probability": after,
        "after_factor": factor,
        "basis": basis,
    }
