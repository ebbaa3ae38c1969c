"""The initiatives of the demonstration: where they stand in their methods, and what they answered."""

from initiatives.actions.framework import answer_element, follow_method
from initiatives.enums import ElementKind, ElementState, Stage
from initiatives.models import Initiative, MethodElement
from org.models import User
from smo.demo.initiatives.scene import Portfolio

# At which stage of a method, counted from 0, initiatives of a stage stand.
_AT = {Stage.PROPOSED: 0, Stage.APPROVED: 1, Stage.ACTIVE: 2, Stage.ON_HOLD: 1, Stage.COMPLETED: 3}
# Those whose people answer everything but the last thing that is asked for; others are less tidy.
_TIDY = ("SEA-WALL", "DOCK-HOMES", "ONLINE-PERMITS", "SCHOOL-STREETS", "REPAIR-CAFES")
# What one of them has none of, and says why.
_SPARED = ("STEP-FREE", "Test with real users", "Two people in wheelchairs are in the team.")


def store(portfolio: Portfolio) -> None:
    """Stages and answers of every initiative that follows a method."""
    staff = portfolio.people["smo"]
    for initiative in portfolio.initiatives.values():
        if initiative.method is not None:
            _follow(initiative, staff)
    code, name, why = _SPARED
    spared = portfolio.initiatives[code]
    element = MethodElement.objects.filter(method=spared.method, name=name).first()
    if element is not None:
        answer_element(
            by=spared.lead, initiative=spared, element=element, state=ElementState.NOT_NEEDED, note=why
        )


def _follow(initiative: Initiative, staff: User) -> None:
    stages = list(initiative.method.stages.all()) if initiative.method else []
    at = min(_AT.get(Stage(initiative.stage), 0), len(stages) - 1)
    follow_method(by=staff, initiative=initiative, method=initiative.method, stage=stages[at])
    before = [stage.pk for stage in stages[: at + 1]]
    asked = (
        list(initiative.method.elements.order_by("stage__position", "position")) if initiative.method else []
    )
    due = [each for each in asked if each.stage_id is None or each.stage_id in before]
    answered = (
        due[:-1] if initiative.code in _TIDY else [each for each in due if each.stage_id in before[:-1]]
    )
    for element in answered:
        person = initiative.sponsor if element.kind == ElementKind.ROLE else None
        answer_element(
            by=initiative.lead, initiative=initiative, element=element, state=ElementState.DONE, person=person
        )
