"""What rounds of the analysis tell: somebody is asked."""

from collections.abc import Sequence

from core.outbox import emit
from strategy.models import RoundInvitation

INVITED = "strategy.round_invited"


def round_invited(invitations: Sequence[RoundInvitation]) -> None:
    """People are asked in a round that goes on."""
    if invitations:
        emit(INVITED, invitations=[each.pk for each in invitations])
