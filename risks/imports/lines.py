"""A cell that holds several actions."""

import json
from typing import Any

LONGEST = 300


def actions_in(cell: str) -> list[str]:
    """One action a line; a list in JSON has one an entry (of an object: its first words), in order, once."""
    entries = _entries(cell)
    lines = cell.splitlines() if entries is None else [_words_of(each) for each in entries]
    cleaned = (line.strip().lstrip("-•*").strip()[:LONGEST] for line in lines)
    return list(dict.fromkeys(filter(None, cleaned)))


def _entries(cell: str) -> list[Any] | None:
    if not cell.lstrip().startswith("["):
        return None
    try:
        found = json.loads(cell)
    except ValueError:
        return None
    return found if isinstance(found, list) else None


def _words_of(entry: Any) -> str:
    if isinstance(entry, dict):
        return next((each for each in entry.values() if isinstance(each, str) and each.strip()), "")
    return str(entry)
