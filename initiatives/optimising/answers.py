"""An answer of the optimiser as it is stored (`Scenario.result`), and limits as plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from initiatives.optimiser import (
    Answer,
    AtMostOne,
    Limit,
    MinShare,
    Money,
    Must,
    Needs,
    Never,
    NotBefore,
    People,
    Problem,
)
from initiatives.optimiser.frontier import Point
from initiatives.optimiser.prices import Price
from initiatives.optimiser.usage import money_by_year

_KINDS: dict[str, type] = {
    "money": Money,
    "people": People,
    "must": Must,
    "never": Never,
    "at_most_one": AtMostOne,
    "needs": Needs,
    "not_before": NotBefore,
    "min_share": MinShare,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def limit_data(limit: Limit) -> dict[str, Any]:
    """A limit as plain data; `limit` is its kind. A group of codes becomes a list."""
    fields = asdict(limit)
    listed = {name: list(value) for name, value in fields.items() if isinstance(value, tuple)}
    return {"limit": _NAMES[type(limit)], **fields, **listed}


def limit_of(data: Mapping[str, Any]) -> Limit:
    """The limit that was stored."""
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    made: Limit = _KINDS[str(fields.pop("limit"))](**fields)
    return made


def answer_data(problem: Problem, answer: Answer) -> dict[str, Any]:
    """The answer as it is stored; years are places from the scenario's first."""
    base = answer.base
    money = money_by_year(problem, base.starts).tolist() if base.found else []
    chosen = sorted(base.starts.items(), key=lambda each: (each[1], each[0]))
    return {
        "solved": base.solved.value,
        "value": round(base.value, 6),
        "gap": base.gap,
        "seconds": round(base.seconds, 3),
        "starts": dict(chosen),
        "money": [round(each, 2) for each in money],
        "usage": [{**limit_data(each.limit), "used": round(each.used, 4)} for each in answer.usage],
        "forced": _prices(answer.forced),
        "limits": _prices(answer.limits),
        "frontier": [_point(each) for each in answer.frontier],
        "conflict": None
        if answer.conflict is None
        else {
            "irreducible": answer.conflict.irreducible,
            "limits": [limit_data(each) for each in answer.conflict.limits],
        },
    }


def _prices(prices: Sequence[Price]) -> list[dict[str, Any]]:
    return [
        {
            **limit_data(each.limit),
            "loosened": None if each.loosened is None else limit_data(each.loosened),
            "gain": None if each.gain is None else round(each.gain, 6),
            "proven": each.proven,
            "added": list(each.added),
            "dropped": list(each.dropped),
        }
        for each in prices
    ]


def _point(point: Point) -> dict[str, Any]:
    return {**asdict(point), "solved": point.solved.value}
