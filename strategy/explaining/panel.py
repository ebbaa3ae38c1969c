"""An explanation as its panel writes it: an answer first, then points, changes, gaps, what would turn it."""

import datetime as dt
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.ui.bars import earned_bar
from core.ui.coverage import percent_text
from core.ui.numbers import change_text, number_text
from kpis.as_of import day_text
from kpis.engine.explain import Effect
from kpis.engine.scoring import State, Status
from kpis.explaining.gap_words import counted_text, missing_texts
from kpis.explaining.sentences import change_sentence, standing
from kpis.explaining.waterfall import WaterfallRow, waterfall
from kpis.explaining.words import cause_text, effect_word
from kpis.wording import period_text
from strategy.explaining.explanation import Child, Explanation, Gap, Mover, Suggestion

MOST_MOVERS, MOST_GAPS, MOST_TURNS = 5, 6, 3
NEWS = 0.05
COUNTERS = 0.25


@dataclass(frozen=True)
class PointsRow:
    """A child in the table of points."""

    child: Child
    bar: SafeString
    share: str
    points: str


@dataclass(frozen=True)
class EffectsTable:
    """What each child did by effect: heads, and for each child its name, a text an effect, and the sum."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...], str], ...]


@dataclass(frozen=True)
class MoverRow:
    """A KPI that moved the score, in words."""

    mover: Mover
    points: str
    cause: str


@dataclass(frozen=True)
class GapRow:
    """A KPI with values missing, in words."""

    gap: Gap
    counted: str
    lines: list[str]


@dataclass(frozen=True)
class Panel:
    """What the panel shows of a node."""

    title: str
    headline: str
    remarks: tuple[str, ...]
    points: tuple[PointsRow, ...]
    steps: tuple[WaterfallRow, ...]
    span: str
    effects: EffectsTable | None
    movers: tuple[MoverRow, ...]
    turns: tuple[str, ...]
    gaps: tuple[GapRow, ...]
    more_gaps: int


def panel_of(explanation: Explanation) -> Panel:
    """The panel's texts and pictures."""
    gaps = [_gap_row(gap, explanation) for gap in explanation.gaps]
    before, now = _names(explanation)
    return Panel(
        title=title_of(explanation.score.score),
        headline=_headline(explanation),
        remarks=tuple(_remarks(explanation)),
        points=_points(explanation),
        steps=waterfall(explanation.change, (before, now), (State.UNSCORED, explanation.score.status)),
        span=_("points, %(before)s to %(now)s") % {"before": before, "now": now},
        effects=_effects_table(explanation),
        movers=tuple(_mover_row(each) for each in _news(explanation.movers)[:MOST_MOVERS]),
        turns=tuple(_turns(explanation)),
        gaps=tuple(gaps[:MOST_GAPS]),
        more_gaps=max(0, len(gaps) - MOST_GAPS),
    )


def title_of(score: float | None) -> str:
    """The question that the panel answers: "Why 50.7?"."""
    return _("Why no score?") if score is None else _("Why %(score)s?") % {"score": number_text(score, 1)}


def _names(explanation: Explanation) -> tuple[str, str]:
    """What the two scores of the comparison are called."""
    now = period_text(explanation.period, explanation.calendar)
    if isinstance(explanation.against, dt.date):
        return _("As known on %(day)s") % {"day": day_text(explanation.against)}, now
    return period_text(explanation.against, explanation.calendar), now


def _since(explanation: Explanation) -> str:
    if isinstance(explanation.against, dt.date):
        return _("what was known on %(day)s") % {"day": day_text(explanation.against)}
    return period_text(explanation.against, explanation.calendar)


def _headline(explanation: Explanation) -> str:
    score = explanation.score
    text = standing(score.status, score.score, score.coverage)
    return f"{text}{change_sentence(explanation.change, _since(explanation))}."


def _remarks(explanation: Explanation) -> list[str]:
    """What moved it most, each way, and how many of its children have no score."""
    remarks = []
    movers = _news(explanation.movers)
    if movers:
        words = _told(movers[0])
        remarks.append(_("%(name)s moved it most: %(points)s, because %(cause)s.") % words)
        against = [each for each in movers[1:] if _counters(each, movers[0])]
        if against:
            remarks.append(_("%(name)s pulled the other way: %(points)s.") % _told(against[0]))
    silent = [child for child in explanation.children if _silent(child)]
    if silent:
        count, whole = len(silent), len([child for child in explanation.children if not child.gone])
        text = ngettext(
            "%(count)s of %(whole)s has no score.", "%(count)s of %(whole)s have no score.", count
        )
        remarks.append(text % {"count": count, "whole": whole})
    return remarks


def _counters(mover: Mover, first: Mover) -> bool:
    """Whether it moved the score the other way, and not by next to nothing."""
    return mover.moved * first.moved < 0 and abs(mover.moved) >= COUNTERS * abs(first.moved)


def _silent(child: Child) -> bool:
    quiet = (State.NOT_APPLICABLE, State.NOT_DUE)
    return child.score is None and not child.gone and child.status not in quiet


def _told(mover: Mover) -> dict[str, str]:
    return {
        "name": mover.kpi.name,
        "points": change_text(mover.moved, 1),
        "cause": cause_text(mover.effects, mover.before, mover.now, mover.kpi),
    }


def _news(movers: tuple[Mover, ...]) -> list[Mover]:
    return [each for each in movers if abs(each.moved) >= NEWS]


def _points(explanation: Explanation) -> tuple[PointsRow, ...]:
    here = [child for child in explanation.children if not child.gone]
    largest = max((child.share or 0.0 for child in here), default=1.0)
    return tuple(
        PointsRow(
            child,
            earned_bar(child.share, child.score, child.status, largest),
            "–" if child.share is None else percent_text(child.share),
            "–" if child.points is None else number_text(child.points, 1),
        )
        for child in here
        if child.status != State.NOT_APPLICABLE
    )


def _effects_table(explanation: Explanation) -> EffectsTable | None:
    """Who moved the score by which effect, the greatest first; only effects that did something."""
    movers = sorted(explanation.children, key=lambda child: -abs(child.moved))
    movers = [child for child in movers if any(abs(points) >= NEWS for points in child.effects.values())]
    used = [effect for effect in Effect if any(abs(each.effects[effect]) >= NEWS for each in movers)]
    if len(movers) < 2 or not used:
        return None
    rows = ((each.name, _told_effects(each, used), change_text(each.moved, 1)) for each in movers)
    return EffectsTable(tuple(effect_word(effect) for effect in used), tuple(rows))


def _told_effects(child: Child, used: list[Effect]) -> tuple[str, ...]:
    return tuple(change_text(child.effects[effect], 1) for effect in used)


def _mover_row(mover: Mover) -> MoverRow:
    words = _told(mover)
    return MoverRow(mover, words["points"], words["cause"])


def _turns(explanation: Explanation) -> list[str]:
    """What would turn the status: upwards, or, of what is on target, how much it can bear."""
    status = explanation.score.status
    if not isinstance(status, Status):
        waits = explanation.score.score is not None
        return [_("It gets a status once enough values are in.")] if waits else []
    if status != Status.GREEN:
        lifts = [_lift_text(each) for each in explanation.lifts[:MOST_TURNS]]
        return lifts or [_("No single KPI can turn it alone.")]
    holds = [_hold_text(each) for each in explanation.holds[:MOST_TURNS]]
    return holds or [_("No single KPI can turn it alone.")]


def _lift_text(each: Suggestion) -> str:
    words = _suggested(each)
    if each.status == Status.GREEN:
        return _("Reaching %(value)s in %(name)s (now %(now)s) alone would put it on target.") % words
    return _("Reaching %(value)s in %(name)s (now %(now)s) alone would bring it near target.") % words


def _hold_text(each: Suggestion) -> str:
    words = _suggested(each)
    if each.value == each.now:
        return _("It stays on target only as long as %(name)s stays at %(now)s.") % words
    if each.value > each.now:
        return _("It stays on target unless %(name)s rises above %(value)s (now %(now)s).") % words
    return _("It stays on target unless %(name)s falls below %(value)s (now %(now)s).") % words


def _suggested(each: Suggestion) -> dict[str, str]:
    unit = f" {each.kpi.unit}" if each.kpi.unit else ""
    places = _places(each.value, each.kpi.decimals)
    return {
        "name": each.kpi.name,
        "value": f"{number_text(each.value, places)}{unit}",
        "now": f"{number_text(each.now, each.kpi.decimals)}{unit}",
    }


def _places(value: float, decimals: int) -> int:
    """The decimals that a suggested value needs: the KPI's, or more where rounding would not turn it."""
    enough = (n for n in range(decimals, decimals + 6) if abs(value - round(value, n)) < 1e-9)
    return next(enough, decimals + 6)


def _gap_row(gap: Gap, explanation: Explanation) -> GapRow:
    return GapRow(gap, counted_text(gap.cell), missing_texts(gap.values, explanation.calendar, gap.kpi.pk))
