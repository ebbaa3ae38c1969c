"""What an invited person writes in a round before anybody else sees it."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from org.models import User
from strategy.actions.analysis import add_item, change_item
from strategy.analysis.checks import check_open
from strategy.enums import ItemState, Lens, RoundState
from strategy.models import AnalysisItem, AnalysisRound, RoundInvitation

SAID = ("statement", "detail", "evidence", "evidence_url", "impact", "likelihood")


@action
def contribute(*, by: User, round: AnalysisRound, place: str, statement: str, **said: Any) -> AnalysisItem:
    """Write an item into the round; it is the contributor's own until the round is shared.

    `place`: a quadrant in a round on SWOT, else a category of its lens; `said`: detail, evidence,
    evidence_url, impact, likelihood. Raises Refused, Conflict where the round does not collect, or where
    they are not invited.
    """
    invitation = _collecting(round, by)
    item = _placed(
        lambda **where: add_item(
            by=by,
            plan=round.plan,
            lens=round.lens,
            state=ItemState.OWN,
            round=round,
            statement=statement,
            **where,
            **said,
        ),
        round,
        place,
    )
    if invitation.done_at is not None:
        invitation.done_at = None
        invitation.save(update_fields=["done_at"])
    return item


@action
def change_contribution(*, by: User, item: AnalysisItem, **said: Any) -> AnalysisItem:
    """Change what one wrote (`SAID`, and `place`) while nobody else sees it; raises Refused, Conflict."""
    round = _own(item, by)
    place = said.pop("place", item.quadrant if round.lens == Lens.SWOT else item.category)
    return _placed(lambda **where: change_item(by=by, item=item, **where, **said), round, place)


@action
def take_back_contribution(*, by: User, item: AnalysisItem) -> None:
    """Remove what one wrote while nobody else has seen it; raises Conflict afterwards."""
    _own(item, by)
    item.delete()


@action
def say_done(*, by: User, round: AnalysisRound, done: bool = True) -> RoundInvitation:
    """Say that one has nothing to add, or take that back, while the round is not closed."""
    check_open(round.plan)
    invitation = _invitation(round, by)
    if invitation.round.state == RoundState.CLOSED:
        raise Conflict(_("“%(round)s” is closed.") % {"round": round.name})
    invitation.done_at = timezone.now() if done else None
    invitation.save(update_fields=["done_at"])
    return invitation


def _placed(store: Any, round: AnalysisRound, place: str) -> AnalysisItem:
    """Store with the place where the lens has it, and name its faults as the caller does."""
    try:
        item: AnalysisItem = store(**{"quadrant" if round.lens == Lens.SWOT else "category": place})
    except Refused as refusal:
        raise Refused([_as_place(fault) for fault in refusal.faults]) from refusal
    return item


def _as_place(fault: Fault) -> Fault:
    field = "place" if fault.field in ("quadrant", "category") else fault.field
    return Fault(fault.message, field=field, code=fault.code)


def _own(item: AnalysisItem, by: User) -> AnalysisRound:
    if item.round is None or item.state != ItemState.OWN or item.contributor_id != by.pk:
        raise Conflict(_("It is on the board already; the strategy office changes it there."))
    _collecting(item.round, by)
    return item.round


def _collecting(round: AnalysisRound, by: User) -> RoundInvitation:
    """The invitation of who writes, with the round locked, so that nothing is written past its sharing."""
    check_open(round.plan)
    invitation = _invitation(round, by)
    if invitation.round.state != RoundState.COLLECTING:
        raise Conflict(
            _("“%(round)s” collects no more: it is “%(state)s”.")
            % {"round": round.name, "state": invitation.round.get_state_display()}
        )
    return invitation


def _invitation(round: AnalysisRound, by: User) -> RoundInvitation:
    found = RoundInvitation.objects.select_for_update().select_related("round")
    invitation = found.filter(round=round, person=by).first()
    if invitation is None:
        raise Conflict(_("You are not invited to “%(round)s”.") % {"round": round.name})
    return invitation
