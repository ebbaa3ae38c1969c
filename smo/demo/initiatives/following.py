"""The initiatives of the demonstration: where they stand in their methods, and what they answered."""

from initiatives.actions.framework import answer_element, follow_method
from initiatives.enums import ElementKind, ElementState, Size, Stage
from initiatives.framework.queries import elements_in_order
from initiatives.framework.sizing import at_least
from initiatives.models import Initiative, InitiativeElement, MethodElement, MethodStage
from org.models import User
from smo.demo.initiatives.scene import Portfolio

# How far an initiative is in the stages of its method: of all of them, counted from 0.
REACHED = {
    Stage.IDEA: 0.0,
    Stage.PROPOSED: 0.0,
    Stage.APPROVED: 0.34,
    Stage.ACTIVE: 0.67,
    Stage.ON_HOLD: 0.34,
    Stage.COMPLETED: 1.0,
    Stage.CANCELLED: 0.34,
}
# These say of themselves that all is well, and never answered what their stages ask for.
SILENT = ("FAULT-DESK",)
FINANCE = "hana.kirkwood"


def store(portfolio: Portfolio) -> None:
    """Say where each stands; what earlier stages asked for is there, of the present one the first."""
    for initiative in portfolio.initiatives.values():
        if initiative.method is None:
            continue
        stages = list(initiative.method.stages.all())
        stage = stages[round(REACHED[Stage(initiative.stage)] * (len(stages) - 1))]
        follow_method(by=initiative.lead, initiative=initiative, method=initiative.method, stage=stage)
        if initiative.code not in SILENT:
            _answer(portfolio, initiative, stage)


def _answer(portfolio: Portfolio, initiative: Initiative, stage: MethodStage) -> None:
    elements = elements_in_order(stage.method)
    first = next((each.pk for each in elements if each.stage_id == stage.pk), None)
    for element in elements:
        before = element.stage is None or element.stage.position < stage.position
        if (before or element.pk == first) and _is_asked(initiative, element):
            person = _person(portfolio, initiative, element)
            answer_element(
                by=initiative.lead,
                initiative=initiative,
                element=element,
                state=ElementState.DONE,
                person=person,
            )
    InitiativeElement.objects.filter(initiative=initiative).update(done_on=initiative.stage_since)


def _is_asked(initiative: Initiative, element: MethodElement) -> bool:
    return at_least(Size(initiative.size), element.from_size)


def _person(portfolio: Portfolio, initiative: Initiative, element: MethodElement) -> User | None:
    """Who has a role: money is read by the accountant, the sponsor decides, the lead does the rest."""
    if element.kind != ElementKind.ROLE:
        return None
    if "inance" in element.name:
        return portfolio.people[FINANCE]
    return initiative.sponsor if "ponsor" in element.name else initiative.lead
