"""Codes for what StratML names by free text: short, unique, and as near to the file's as can be."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_SEPARATORS = re.compile(r"[\s_]+")
_NOT_CODE = re.compile(r"[^\w./:-]")


class Named(NamedTuple):
    """Something that needs a code: the file's sequence indicator, its parent's code, its number from 1."""

    sequence: str
    parent: str
    number: int


def codes_for(items: Sequence[Named], *, taken: Iterable[str] = (), limit: int = 60) -> list[str]:
    """A code for each item, unique among them and against `taken` whatever the case.

    The file's own sequences where they tell the items apart, else with their parents' codes before them; the
    number within the parent where the file says none.
    """
    own = [cleaned(item.sequence) for item in items]
    apart = len({code.lower() for code in own}) == len(own)
    used = {code.lower() for code in taken}
    codes = []
    for item, code in zip(items, own, strict=True):
        if not code or not apart:
            code = ".".join(part for part in (item.parent, code or str(item.number)) if part)
        codes.append(_unused(code[:limit], used, limit))
    return codes


def cleaned(text: str) -> str:
    """The text as a code: `Part 1:` becomes `Part-1`; empty where nothing of it can stand in one."""
    return _NOT_CODE.sub("", _SEPARATORS.sub("-", text.strip())).strip("./:-")[:30]


def _unused(code: str, used: set[str], limit: int) -> str:
    """The code, or with -2, -3 … after it where it is used; notes it as used."""
    free, number = code, 1
    while free.lower() in used:
        number += 1
        suffix = f"-{number}"
        free = code[: limit - len(suffix)] + suffix
    used.add(free.lower())
    return free
