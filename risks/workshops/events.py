"""What workshops tell: somebody is asked."""

from collections.abc import Sequence

from core.outbox import emit
from risks.models import Participant

INVITED = "risks.workshop_invited"


def workshop_invited(participants: Sequence[Participant]) -> None:
    """People are asked in a workshop."""
    if participants:
        emit(INVITED, participants=[each.pk for each in participants])
