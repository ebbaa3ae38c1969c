"""The lines of a scorecard as HTML, drawn in Python since a page has hundreds of them.

Every piece is a function of `core.ui`; here they are only put into cells. What a line says is decided in
`strategy.presenters`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import quote

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.ui.coverage import coverage_bar, coverage_share
from core.ui.icons import icon
from core.ui.marks import mark_of, signal_mark, status_label, status_mark
from core.ui.numbers import change, number
from core.ui.sparklines import sparkline
from strategy.presenters import Row

_LEVELS = {"plan": "is-total", "perspective": "is-band", "objective": "is-head", "kpi": "is-leaf"}


@dataclass(frozen=True)
class _Labels:
    """What stands before the figures where a line is drawn as a card."""

    actual: str
    target: str
    score: str
    change: str
    why: str


@lru_cache(maxsize=16)
def _labels(_language: str | None) -> _Labels:
    return _Labels(*(escape(word) for word in (_("Actual"), _("Target"), _("Score"), _("Change"), _("Why?"))))


@lru_cache(maxsize=8192)  # an address takes longer to find than the rest of its line to draw
def _address(route: str, key: str | int) -> str:
    return escape(reverse(route, args=[key]))


@lru_cache(maxsize=16)
def _page(route: str) -> str:
    return escape(reverse(route))


def drawn_rows(rows: Iterable[Row], query: str) -> SafeString:
    """The lines as `<tr>` elements; `query`: what leads to the same plan, department and period elsewhere."""
    labels, query = _labels(get_language()), escape(query)
    drawn = (_kpi(row, query, labels) if row.kind == "kpi" else _node(row, query, labels) for row in rows)
    return mark_safe("".join(drawn))  # noqa: S308 (every text in it was escaped)


def _kpi(row: Row, query: str, labels: _Labels) -> str:
    unit = f'<span class="unit">{escape(row.unit)}</span>' if row.unit else ""
    name = f'<a href="{_address("kpi", row.code)}?{query}">{escape(row.name)}</a>{unit}'
    actual, target = escape(row.actual), escape(row.target)
    nothing_due = row.coverage is None
    values_in = coverage_share(None) if nothing_due else coverage_bar(row.reported, row.expected, row.minimum)
    return (
        f'<tr class="is-leaf" data-in="{escape(row.parent)}">\n<th scope="row">{name}</th>\n'
        f'<td class="is-num" data-label="{labels.actual}"><span class="num">{actual}</span></td>\n'
        f'<td class="is-num is-quiet" data-label="{labels.target}"><span class="num">{target}</span></td>\n'
        f"{_judged(row, query, labels)}<td>{values_in}</td>\n<td>{_marks(row)}</td>\n</tr>\n"
    )


def _node(row: Row, query: str, labels: _Labels) -> str:
    return (
        f'<tr class="{_LEVELS[row.kind]}">\n<th scope="row">{_fold(row)}{_name(row, query)}</th>\n'
        f'<td class="is-num"></td>\n<td class="is-num"></td>\n{_judged(row, query, labels)}'
        f"<td>{coverage_share(row.coverage, row.minimum)}</td>\n<td>{_assessed(row)}</td>\n</tr>\n"
    )


def _judged(row: Row, query: str, labels: _Labels) -> str:
    """What every line has: score (which leads to why it is that), status, change and trend."""
    score = number(row.score, 1)
    return (
        f'<td class="is-num card-figure" data-label="{labels.score}">'
        f'<a class="why-link" title="{labels.why}" href="{_why(row, query)}">{score}</a></td>\n'
        f"<td>{status_label(row.status)}</td>\n"
        f'<td class="is-num" data-label="{labels.change}">{change(row.change)}</td>\n'
        f"<td>{sparkline(row.trend, row.trend_target, row.status)}</td>\n"
    )


def _why(row: Row, query: str) -> str:
    """The address of the explanation of a score."""
    key = row.code if row.node is None else row.node
    asked = f"&amp;key={quote(key, safe='')}" if key and row.kind != "plan" else ""
    return f"{_page('why')}?{query}&amp;kind={row.kind}{asked}"


def _fold(row: Row) -> str:
    """The button that folds an objective's KPIs away."""
    if row.kind != "objective":
        return ""
    label = escape(_("KPIs of %(name)s") % {"name": row.name})
    return (
        f'<button class="fold" type="button" data-fold="{escape(row.code)}" aria-expanded="true" '
        f'aria-label="{label}">{icon("chevron-down")}</button>'
    )


def _name(row: Row, query: str) -> str:
    """A node's name, which leads to its page where it has one; marked where a child of it is red."""
    name = escape(row.name)
    if row.key:
        name = f'<a href="{_address("objective", row.key)}?{query}">{name}</a>'
    return f"{name}&nbsp;{status_mark('red')}" if row.red_child else name


def _assessed(row: Row) -> str:
    """That the owner of an objective sees it otherwise than its score."""
    if not row.assessed:
        return ""
    words = _("Owner: %(own)s; computed: %(status)s")
    said = words % {"own": mark_of(row.assessed).word, "status": mark_of(row.status).word}
    marks = {"own": status_mark(row.assessed), "status": status_mark(row.status)}
    return f'<span class="tag" title="{escape(said)}"><span>{escape(words) % marks}</span></span>'


@lru_cache(maxsize=64)
def _signal(side: str, _language: str | None) -> str:
    return signal_mark(side)


def _marks(row: Row) -> str:
    """What is said beside the numbers of a KPI: its signal, with what to do about it, and the marks."""
    signal = (
        f'<span title="{escape(row.advice)}">{_signal(row.signal, get_language())}</span> '
        if row.signal
        else ""
    )
    return signal + "".join(f'<span class="tag">{escape(mark)}</span> ' for mark in row.marks)
