"""Reading a formula. From loose to tight: comparison, + −, × ÷, sign, power, then what stands alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from difflib import get_close_matches
from math import isfinite

from kpis.engine.formulas import faults
from kpis.engine.formulas.faults import FormulaError
from kpis.engine.formulas.tokens import Sort, Token, tokenise, written
from kpis.engine.formulas.tree import (
    ARGUMENTS,
    Call,
    Expression,
    Input,
    Negative,
    Node,
    Number,
    Operation,
    expression_of,
)

MAX_DEPTH = 40
MAX_TOKENS = 300

_COMPARISONS = ("<", "<=", ">", ">=", "=", "!=")


def parse(text: str, known: Container[str] | None = None) -> Expression:
    """The formula as a tree. Raises FormulaError, which says where; also for a code that is not `known`."""
    tokens = tokenise(text)
    if len(tokens) > MAX_TOKENS:
        raise FormulaError(faults.TOO_MANY, tokens[MAX_TOKENS].position, most=MAX_TOKENS)
    root = _Reader(tokens, known).whole()
    expression = expression_of(text, root)
    if not expression.codes:
        raise FormulaError(faults.NO_KPI, 1)
    return expression


class _Reader:
    """Walks the tokens once, one method a level of binding."""

    def __init__(self, tokens: list[Token], known: Container[str] | None) -> None:
        self._tokens, self._known = tokens, known
        self._place = self._depth = 0

    def whole(self) -> Node:
        node = self._comparison()
        if self._next.sort != Sort.END:
            raise self._unexpected(faults.OPERATOR_OR_END)
        return node

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    def _take(self) -> Token:
        token = self._next
        self._place += 1
        return token

    def _at(self, *signs: str) -> bool:
        return self._next.sort == Sort.SIGN and self._next.text in signs

    def _expect(self, sign: str) -> None:
        if not self._at(sign):
            raise self._unexpected(f"“{sign}”")
        self._take()

    def _unexpected(self, wanted: str) -> FormulaError:
        if self._next.sort == Sort.END:
            return FormulaError(faults.ENDS, self._next.position, wanted=wanted)
        return FormulaError(faults.STANDS, self._next.position, found=self._next.text, wanted=wanted)

    def _comparison(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise FormulaError(faults.TOO_DEEP, self._next.position, most=MAX_DEPTH)
        node = self._sum()
        if self._at(*_COMPARISONS):
            node = Operation(self._take().text, node, self._sum())
        self._depth -= 1
        return node

    def _sum(self) -> Node:
        return self._row(("+", "-"), self._product)

    def _product(self) -> Node:
        return self._row(("*", "/"), self._signed)

    def _row(self, signs: tuple[str, ...], operand: Callable[[], Node]) -> Node:
        node = operand()
        while self._at(*signs):
            node = Operation(self._take().text, node, operand())
        return node

    def _signed(self) -> Node:
        negative = False
        while self._at("-", "+"):
            negative ^= self._take().text == "-"
        node = self._power()
        return Negative(node) if negative else node

    def _power(self) -> Node:
        """Binds to the right, tighter than a sign before it: −2^2 is −4 and 2^3^2 is 2^9."""
        base = self._alone()
        if not self._at("^"):
            return base
        self._take()
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise FormulaError(faults.TOO_DEEP, self._next.position, most=MAX_DEPTH)
        node = Operation("^", base, self._signed())
        self._depth -= 1
        return node

    def _alone(self) -> Node:
        if self._next.sort == Sort.NUMBER:
            return self._number(self._take())
        if self._next.sort == Sort.CODE:
            return self._named(self._take())
        if not self._at("("):
            raise self._unexpected(faults.OPERAND)
        self._take()
        node = self._comparison()
        self._expect(")")
        return node

    @staticmethod
    def _number(token: Token) -> Number:
        value = float(token.text)
        if not isfinite(value):
            raise FormulaError(faults.TOO_LARGE, token.position, number=token.text)
        return Number(value)

    def _named(self, token: Token) -> Node:
        """A function where a “(” follows, else a KPI."""
        if token.bracketed or not self._at("("):
            return self._input(token)
        function = token.text.lower()
        if function == "prev":
            return self._previous()
        if function not in ARGUMENTS:
            names = ", ".join(sorted([*ARGUMENTS, "prev"]))
            raise FormulaError(faults.NO_FUNCTION, token.position, name=token.text, names=names)
        arguments = self._arguments()
        least, most = ARGUMENTS[function]
        if not least <= len(arguments) <= most:
            template = faults.ARGUMENTS_EXACT if least == most else faults.ARGUMENTS_BETWEEN
            raise FormulaError(template, token.position, name=function, least=least, most=most)
        return Call(function, arguments)

    def _arguments(self) -> tuple[Node, ...]:
        self._expect("(")
        found = [self._comparison()]
        while self._at(","):
            self._take()
            found.append(self._comparison())
        self._expect(")")
        return tuple(found)

    def _previous(self) -> Node:
        self._expect("(")
        if self._next.sort != Sort.CODE:
            raise self._unexpected(faults.KPI)
        token = self._take()
        if self._at("(") and not token.bracketed:
            raise FormulaError(faults.PREV_OF_KPI, token.position, name=token.text)
        node = self._input(token, previous=True)
        self._expect(")")
        return node

    def _input(self, token: Token, previous: bool = False) -> Input:
        if self._known is not None and token.text not in self._known:
            meant = self._meant(token.text)
            template = faults.UNKNOWN_MEANT if meant else faults.UNKNOWN
            raise FormulaError(template, token.position, code=token.text, meant=meant)
        return Input(token.text, token.position, previous)

    def _meant(self, code: str) -> str:
        """The code that may be meant, as a formula writes it; empty where none is close."""
        codes = list(self._known) if isinstance(self._known, set | frozenset | dict | list | tuple) else []
        meant = next((each for each in sorted(codes) if each.casefold() == code.casefold()), None)
        parts = sorted(each for each in codes if code.casefold() in re.split(r"\W+", each.casefold()))
        close = [meant] if meant else [*parts, *get_close_matches(code, codes, n=1)]
        return written(close[0]) if close else ""
