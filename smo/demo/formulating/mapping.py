"""The demonstration's strategy map: what bears on what, when it shows, where objectives stand."""

import datetime as dt

from smo.demo.formulating.scene import Scene
from strategy.actions import add_objective, archive_element, arrange_objective, link_cause
from strategy.enums import Influence
from strategy.models import CauseEffect
from strategy.queries import plan_structure

# After how many months each claim of the plan is expected to show; the others nobody dared to say.
LAGS = {
    ("O12", "O11"): 3,
    ("O11", "O10"): 12,
    ("O10", "O8"): 6,
    ("O10", "O9"): 12,
    ("O8", "O5"): 6,
    ("O8", "O7"): 3,
    ("O9", "O6"): 3,
    ("O5", "O1"): 12,
    ("O5", "O2"): 1,
    ("O6", "O3"): 24,
    ("O7", "O4"): 0,
}
HINDRANCE = ("O12", "O7", "Guests leave rubbish behind, in summer more than the crews can take away.", 1)
# The lanes from the start, so that few arrows cross.
ORDER = ("O2", "O1", "O3", "O4", "O5", "O6", "O7", "O9", "O8", "O10", "O11", "O12")

GIVEN_UP = (
    "O13",
    "A promenade around the whole bay",
    "Given up when the sea wall took the money; the stretch that was begun is finished.",
    14,
)


def store(scene: Scene) -> None:
    """Lags, one claim that hinders, the arrangement, and an objective that was archived."""
    links = CauseEffect.objects.current().filter(cause__plan=scene.plan)
    for link in links.select_related("cause__plan", "effect__plan"):
        lag = LAGS.get((link.cause.code, link.effect.code))
        link_cause(by=None, cause=link.cause, effect=link.effect, note=link.note, lag_months=lag)
    cause, effect, note, lag = HINDRANCE
    by_code = {each.code: each for each in scene.plan.objectives.select_related("plan")}
    link_cause(
        by=None,
        cause=by_code[cause],
        effect=by_code[effect],
        note=note,
        influence=Influence.HINDERS,
        lag_months=lag,
    )
    _arrange(scene)
    _archive(scene)


def _archive(scene: Scene) -> None:
    """An objective of the first draft that was given up again, when the storm wall had been paid for."""
    code, name, text, months = GIVEN_UP
    since = scene.today - dt.timedelta(days=30 * months)
    given_up = add_objective(
        by=None,
        plan=scene.plan,
        code=code,
        name=name,
        description=text,
        perspective=scene.plan.perspectives.get(code="residents"),
        owner=scene.people["smo"],
        lead=scene.departments["coast"],
    )
    archive_element(by=None, element=given_up, since=since)


def _arrange(scene: Scene) -> None:
    """Each lane in the order that was agreed on at the wall."""
    by = scene.people["smo"]
    places = {code: place for place, code in enumerate(ORDER)}
    plan = plan_structure(scene.plan)
    for lane in plan.perspectives:
        stand = [each for each in plan.in_perspective(lane) if each.objective.code in places]
        for place, each in enumerate(sorted(stand, key=lambda each: places[each.objective.code])):
            arrange_objective(by=by, objective=each.objective, perspective=lane, place=place)
