"""What a method asks of an initiative of its size by the stage at which it stands, and how it answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from initiatives.enums import ElementState, Size
from initiatives.framework.sizing import at_least
from initiatives.models import Initiative, InitiativeElement, MethodElement, MethodStage


@dataclass(frozen=True)
class Asked:
    """An element with the answer, if there is any; `is_due`: its stage has been reached."""

    element: MethodElement
    answer: InitiativeElement | None
    is_due: bool

    @property
    def state(self) -> str:
        """Open, done or not needed."""
        return self.answer.state if self.answer else ElementState.OPEN

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.state == ElementState.OPEN


def asked_of(
    initiative: Initiative,
    size: Size,
    elements: Sequence[MethodElement],
    answers: Sequence[InitiativeElement],
) -> list[Asked]:
    """What is asked for, in the method's order; archived elements only where they were answered."""
    by_element = {answer.element_id: answer for answer in answers}
    reached = initiative.method_stage.position if initiative.method_stage else -1
    return [
        Asked(each, by_element.get(each.pk), _is_due(each.stage, reached))
        for each in elements
        if at_least(size, each.from_size) and (each.archived_on is None or each.pk in by_element)
    ]


def _is_due(stage: MethodStage | None, reached: int) -> bool:
    return stage is None or stage.position <= reached
