"""The demonstration's assessment of where the organisation stands."""

import datetime as dt
from typing import Any

from org.models import User
from smo.demo.formulating.analysis_findings import ASSUMPTIONS, CAPABILITIES, COMPETITORS, SCENARIOS
from smo.demo.formulating.analysis_items import SEEN
from smo.demo.formulating.scene import Scene
from strategy.actions.analysis import add_finding, add_item, judge_effect
from strategy.models import Priority


def store(scene: Scene) -> None:
    """Add it to the demonstration."""
    priorities = {each.code: each for each in scene.plan.priorities.all()}
    _items(scene)
    _capabilities(scene)
    _competitors(scene)
    _scenarios(scene, priorities)
    _assumptions(scene, priorities)


def _person(scene: Scene, login: str) -> User | None:
    return scene.people[login] if login else None


def _in_days(scene: Scene, number: int) -> dt.date:
    return scene.today + dt.timedelta(days=number)


def _items(scene: Scene) -> None:
    """What was seen, the owned ones to be looked at again one after the other."""
    for number, each in enumerate(SEEN):
        is_swot = each.lens == "swot"
        add_item(
            by=scene.people["smo"],
            plan=scene.plan,
            lens=each.lens,
            statement=each.statement,
            quadrant=each.place if is_swot else each.on_board,
            category="" if is_swot else each.place,
            impact=each.impact,
            likelihood=each.likelihood,
            evidence=each.evidence,
            kpi=scene.kpis[each.kpi] if each.kpi else None,
            owner=_person(scene, each.owner),
            review_on=_in_days(scene, 30 + 5 * number) if each.owner else None,
            course=each.course,
            horizon=each.horizon,
        )


def _add(scene: Scene, kind: str, **fields: Any) -> Any:
    return add_finding(by=scene.people["smo"], plan=scene.plan, kind=kind, **fields)


def _capabilities(scene: Scene) -> None:
    for number, (name, description, now, wanted, evidence, owner) in enumerate(CAPABILITIES):
        _add(
            scene,
            "capability",
            name=name,
            description=description,
            now=now,
            wanted=wanted,
            evidence=evidence,
            owner=_person(scene, owner),
            review_on=_in_days(scene, 60 + 10 * number),
        )


def _competitors(scene: Scene) -> None:
    names = ("name", "description", "strengths", "weaknesses", "moves", "response", "share", "threat")
    for each in COMPETITORS:
        _add(scene, "competitor", **dict(zip(names, each, strict=True)))


def _scenarios(scene: Scene, priorities: dict[str, Priority]) -> None:
    names = ("name", "story", "signposts", "likelihood", "impact", "year")
    for *words, effects in SCENARIOS:
        scenario = _add(scene, "scenario", **dict(zip(names, words, strict=True)))
        for code, (effect, meaning) in effects.items():
            judge_effect(
                by=scene.people["smo"],
                scenario=scenario,
                priority=priorities[code],
                effect=effect,
                meaning=meaning,
            )


def _assumptions(scene: Scene, priorities: dict[str, Priority]) -> None:
    """Each with its wire; where a KPI's number crosses it, the first rollup trips it."""
    for statement, basis, confidence, impact, priority, owner, wire in ASSUMPTIONS:
        fields = dict(wire)
        if "kpi" in fields:
            fields["kpi"] = scene.kpis[fields["kpi"]]
        if "days" in fields:
            fields["trips_on"] = _in_days(scene, fields.pop("days"))
        _add(
            scene,
            "assumption",
            statement=statement,
            basis=basis,
            confidence=confidence,
            impact=impact,
            priority=priorities[priority],
            owner=_person(scene, owner),
            **fields,
        )
