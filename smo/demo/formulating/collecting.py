"""The demonstration's rounds, the TOWS matrix and the gap check."""

import datetime as dt

from smo.demo.formulating.collecting_content import ALSO, ANSWERS, OPEN, OPTIONS, PARTS, PAST, Wrote
from smo.demo.formulating.scene import Scene
from strategy.actions.collecting import (
    begin_round,
    contribute,
    merge_items,
    move_round,
    place_dots,
    say_done,
)
from strategy.actions.options import add_option, add_part, choose_option, drop_option, link_priority
from strategy.enums import RoundState
from strategy.models import AnalysisItem, AnalysisRound, StrategicOption


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
    collected = _closed_round(scene)
    _open_round(scene)
    parts = {
        text: add_part(by=None, plan=scene.plan, of=of, text=text, meaning=meaning)
        for of, text, meaning in PARTS
    }
    priorities = {each.code: each for each in scene.plan.priorities.all()}
    for code, (serves, answers) in ANSWERS.items():
        items = [collected[key] for key in answers]
        items += scene.plan.analysis_items.filter(statement__in=ALSO.get(code, ()))
        link_priority(
            by=None, priority=priorities[code], serves=[parts[text] for text in serves], answers=items
        )
    for option in OPTIONS:
        made = add_option(
            by=scene.people["smo"],
            plan=scene.plan,
            name=option.name,
            description=option.description,
            items=[collected[key] for key in option.pairs],
            value=option.value,
            effort=option.effort,
        )
        _decide(scene, made, option.priority, option.reason)


def _decide(scene: Scene, option: StrategicOption, priority: str, reason: str) -> None:
    if priority:
        taken = scene.plan.priorities.get(code=priority)
        choose_option(by=None, option=option, priority=taken, reason=reason)
    elif reason:
        drop_option(by=scene.people["smo"], option=option, reason=reason)


def _closed_round(scene: Scene) -> dict[str, AnalysisItem]:
    """What three people saw, merged and voted on; its items by the key of the content."""
    staff, plan = scene.people["smo"], scene.plan
    round = begin_round(
        by=staff,
        plan=plan,
        name=PAST.name,
        question=PAST.question,
        people=[scene.people[login] for login in PAST.people],
        dots=PAST.dots,
        closes_on=scene.today - dt.timedelta(days=70),
    )
    items = {each.key: _write(scene, round, each) for each in PAST.written}
    for login in PAST.people:
        say_done(by=scene.people[login], round=round)
    move_round(by=staff, round=round, state=RoundState.VOTING)
    items = {key: AnalysisItem.objects.get(pk=item.pk) for key, item in items.items()}
    for into, item in PAST.merged:
        merge_items(by=staff, into=items[into], item=items[item])
    for login, dots in PAST.votes.items():
        for key, number in dots.items():
            place_dots(by=scene.people[login], item=items[key], dots=number)
    move_round(by=staff, round=round, state=RoundState.CLOSED)
    return items


def _write(scene: Scene, round: AnalysisRound, each: Wrote) -> AnalysisItem:
    return contribute(
        by=scene.people[each.by],
        round=round,
        place=each.quadrant,
        statement=each.statement,
        evidence=each.evidence,
        impact=each.impact,
        likelihood=each.likelihood,
    )


def _open_round(scene: Scene) -> None:
    """A round that collects now; one of the invited has written already."""
    round = begin_round(
        by=scene.people["smo"],
        plan=scene.plan,
        name=OPEN.name,
        question=OPEN.question,
        people=[scene.people[login] for login in OPEN.people],
        dots=OPEN.dots,
        closes_on=scene.today + dt.timedelta(days=9),
    )
    for each in OPEN.written:
        _write(scene, round, each)
    say_done(by=scene.people[OPEN.people[1]], round=round)
