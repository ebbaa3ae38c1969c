"""What consultation rounds tell: somebody is asked, a round is closed, something is answered."""

from collections.abc import Sequence

from core.outbox import emit
from strategy.models import Consultation, Remark

INVITED = "strategy.consultation_invited"
CLOSED = "strategy.consultation_closed"
ANSWERED = "strategy.remark_answered"


def consultation_invited(invitations: Sequence[int]) -> None:
    """People or departments are asked in an open round; ids of their invitations."""
    if invitations:
        emit(INVITED, invitations=list(invitations))


def consultation_closed(consultation: Consultation) -> None:
    """Nobody is asked any more."""
    emit(CLOSED, consultation=consultation.pk)


def remark_answered(remark: Remark) -> None:
    """A remark has its answer, for the first time."""
    emit(ANSWERED, remark=remark.pk)
