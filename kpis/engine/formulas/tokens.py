"""A formula's text as tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from kpis.engine.formulas.faults import OPEN_BRACKET, STRANGE, TOO_LONG, FormulaError

MAX_LENGTH = 1000


class Sort(Enum):
    """What a token is."""

    NUMBER = auto()
    CODE = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the formula. `bracketed`: a code in brackets, which is never a function."""

    sort: Sort
    text: str
    position: int
    bracketed: bool = False


_TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<code>[^\W\d]\w*(?:\.\w+)*)"
    r"|\[(?P<bracketed>[^\[\]]+)\]"
    r"|(?P<sign><=|>=|!=|<>|==|[-+*/^<>=(),−×÷]))"
)
_SAME = {"−": "-", "×": "*", "÷": "/", "==": "=", "<>": "!="}


_PLAIN_CODE = re.compile(r"[^\W\d]\w*(?:\.\w+)*")


def written(code: str) -> str:
    """A KPI's code as a formula writes it: in brackets where it has signs of its own."""
    return code if _PLAIN_CODE.fullmatch(code) else f"[{code}]"


def tokenise(text: str) -> list[Token]:
    """The tokens of a formula, ended by one of sort END. Raises FormulaError."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(TOO_LONG, MAX_LENGTH + 1, most=MAX_LENGTH)
    tokens, place, end = [], 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            place += len(text[place:]) - len(text[place:].lstrip())
            if text[place] == "[":
                raise FormulaError(OPEN_BRACKET, place + 1)
            raise FormulaError(STRANGE, place + 1, sign=text[place])
        tokens.append(_token(match))
        place = match.end()
    return [*tokens, Token(Sort.END, "", end + 1)]


def _token(match: re.Match[str]) -> Token:
    if match["number"] is not None:
        return Token(Sort.NUMBER, match["number"], match.start("number") + 1)
    if match["code"] is not None:
        return Token(Sort.CODE, match["code"], match.start("code") + 1)
    if match["bracketed"] is not None:
        return Token(Sort.CODE, match["bracketed"].strip(), match.start("bracketed"), bracketed=True)
    return Token(Sort.SIGN, _SAME.get(match["sign"], match["sign"]), match.start("sign") + 1)
