"""The result of a round as a file."""

from typing import Any

import numpy as np

from initiatives.scoring.reading import Sheet


def export_of(sheet: Sheet) -> tuple[list[str], list[list[Any]]]:
    """The result as a file: header and rows, the best first."""
    header = [
        "rank",
        "code",
        "name",
        "score",
        "lowest",
        "highest",
        "deviation",
        "value",
        "effort",
        "given",
        "asked",
    ]
    header += [f"mean: {each.name}" for each in sheet.criteria]
    result = sheet.result
    rows: list[list[Any]] = []
    for place in sheet.best_first:
        numbers = (result.score, result.lowest, result.highest, result.deviation, result.value, result.effort)
        initiative = sheet.initiatives[place]
        rows.append(
            [
                int(result.ranks[place]) or "",
                initiative.code,
                initiative.name,
                *("" if np.isnan(each[place]) else round(float(each[place]), 2) for each in numbers),
                int(result.given[place]),
                result.asked,
                *(_exported_mean(sheet, place, column) for column in range(len(sheet.criteria))),
            ]
        )
    return header, rows


def _exported_mean(sheet: Sheet, place: int, column: int) -> Any:
    scores = sheet.scores[place, column]
    given = scores[~np.isnan(scores)]
    return round(float(given.mean()), 2) if len(given) else ""
