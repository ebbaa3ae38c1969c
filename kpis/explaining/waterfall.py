"""The steps of a change of score, from the one before to the one now, as rows with bars."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.safestring import SafeString

from core.ui.bars import Step, waterfall_bars
from core.ui.numbers import change_text, number_text
from kpis.engine.explain import Change, Effect
from kpis.explaining.words import effect_word


@dataclass(frozen=True)
class WaterfallRow:
    """A row: its name, its points in words (a score, or a change with its sign), its bar."""

    name: str
    points: str
    bar: SafeString
    is_score: bool


def waterfall(
    change: Change,
    names: tuple[str, str],
    statuses: tuple[object, object],
    leave_out: Collection[Effect] = (),
) -> tuple[WaterfallRow, ...]:
    """The rows of a change: the score before, the effects in their order, the score now.

    `names` and `statuses`: of the score before and now; `leave_out`: effects that cannot be, unless they are.
    Nothing where the change has no effects.
    """
    if not change.effects or change.before is None or change.now is None:
        return ()
    steps = [Step(names[0], change.before, change.before, True, statuses[0])]
    reached = change.before
    for effect, points in change.effects.items():
        if effect in leave_out and not points:
            continue
        steps.append(Step(effect_word(effect), reached, reached + points))
        reached += points
    steps.append(Step(names[1], change.now, change.now, True, statuses[1]))
    bars = waterfall_bars(steps)
    return tuple(
        WaterfallRow(step.name, _points(step), bar, step.is_score)
        for step, bar in zip(steps, bars, strict=True)
    )


def _points(step: Step) -> str:
    return number_text(step.end, 1) if step.is_score else change_text(step.moved, 1)
