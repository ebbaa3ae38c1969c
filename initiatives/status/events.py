"""What status updates tell: one was handed in, one was questioned, a question was answered."""

from core.outbox import emit
from initiatives.models import StatusUpdate, UpdateQuestion

UPDATED = "initiatives.status_updated"
QUESTIONED = "initiatives.update_questioned"
ANSWERED = "initiatives.question_answered"


def status_updated(update: StatusUpdate) -> None:
    """An update was handed in."""
    emit(UPDATED, update=update.pk, initiative=update.initiative_id)


def update_questioned(question: UpdateQuestion) -> None:
    """Somebody asks about an update."""
    emit(QUESTIONED, question=question.pk, initiative=question.update.initiative_id)


def question_answered(question: UpdateQuestion) -> None:
    """A question has its answer."""
    emit(ANSWERED, question=question.pk, initiative=question.update.initiative_id)
