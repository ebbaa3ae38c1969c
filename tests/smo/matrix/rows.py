"""A row of the matrix: one route, one method, what each caller is answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.smo.matrix.callers import EVERYONE, PROGRAMS, READING, STAFF, STRANGER, VIEWER, WRITING

SIGN_IN = 302  # to the sign-in page
FORBIDDEN, HIDDEN, NO_METHOD = 403, 404, 405


@dataclass(frozen=True)
class Row:
    """What `method` on `route` answers to each caller; `variant` tells rows of the same route apart."""

    route: str
    method: str
    expected: Mapping[str, int]
    where: Mapping[str, Any] = field(default_factory=dict)
    query: str = ""
    body: Any = None
    content_type: str = ""
    variant: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.route}{self.query}{' ' if self.variant else ''}{self.variant}"


def page(
    route: str,
    where: Mapping[str, Any] | None = None,
    get: Iterable[str] | None = EVERYONE,
    post: Iterable[str] | None = None,
    answer: int = 400,
    otherwise: int = FORBIDDEN,
    **more: Any,
) -> list[Row]:
    """A page for people who sign in: those who may GET it (200) and POST to it (`answer`, the body is empty).

    `otherwise` is what the others get: 403, or 404 where they may not know of it. None: no such method.
    """
    rows = []
    for method, who, status in (("GET", get, 200), ("POST", post, answer)):
        allowed = EVERYONE if who is None else tuple(who)
        yes = NO_METHOD if who is None else status
        expected = {each: yes if each in allowed else otherwise for each in EVERYONE}
        rows.append(Row(route, method, {**expected, STRANGER: SIGN_IN}, where or {}, **more))
    return rows


def fixed(rows: Iterable[Row]) -> Iterable[Row]:
    """The pages of something that a plan in force holds fast: whoever could change it is told so (409)."""
    for row in rows:
        yield replace(row, expected={who: _told(who, answer) for who, answer in row.expected.items()})


def _told(who: str, answer: int) -> int:
    return answer if who == STRANGER or answer in (FORBIDDEN, HIDDEN, NO_METHOD) else 409


def public(
    route: str, get: int, post: int, where: Mapping[str, Any] | None = None, **other: int
) -> list[Row]:
    """A page that asks nobody to sign in; `signed_in_get`, `signed_in_post` where those are answered so."""
    rows = []
    for method, status in (("GET", get), ("POST", post)):
        signed_in = other.get(f"signed_in_{method.lower()}", status)
        rows.append(Row(route, method, {**dict.fromkeys(EVERYONE, signed_in), STRANGER: status}, where or {}))
    return rows


METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def resource(route: str, *answers: Row, where: Mapping[str, Any] | None = None) -> list[Row]:
    """A route of the API: its rows, and 405 for every method that has none."""
    rows = [replace(each, route=route, where=each.where or where or {}) for each in answers]
    given = {each.method for each in answers}
    nobody = dict.fromkeys((STAFF, VIEWER, WRITING, STRANGER), NO_METHOD)  # whoever calls, so a few do
    return rows + [
        Row(route, method, nobody, where or {}, body={}) for method in METHODS if method not in given
    ]


def read(
    people: Iterable[str] = EVERYONE,
    programs: Iterable[str] = (READING, WRITING),
    otherwise: int = FORBIDDEN,
    **more: Any,
) -> Row:
    """GET: 200 for these; a token that may not read is forbidden whatever `otherwise` is for the others."""
    return write("GET", people, programs, 200, otherwise, **more)


def write(
    method: str,
    people: Iterable[str],
    programs: Iterable[str],
    answer: int,
    otherwise: int = FORBIDDEN,
    **more: Any,
) -> Row:
    """A call that answers `answer` to these, `otherwise` to the other people, 403 to the other programs."""
    expected = {each: answer if each in people else otherwise for each in EVERYONE}
    expected |= {each: answer if each in programs else FORBIDDEN for each in PROGRAMS}
    return Row("", method, {**expected, STRANGER: 401}, **more)
