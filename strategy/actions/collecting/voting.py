"""Dots: what people in a round find most important."""

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from org.models import User
from strategy.analysis.checks import check_open
from strategy.collecting.board import roots
from strategy.collecting.visible import shared_items
from strategy.enums import ItemState, RoundState
from strategy.models import AnalysisItem, ItemVote, RoundInvitation


@action
def place_dots(*, by: User, item: AnalysisItem, dots: int) -> int:
    """Let one's dots on an item be so many, 0 takes them back; returns how many dots are left then.

    Dots on what was merged into the item are its own, too. Raises Refused where one has not so many, Conflict
    where the round does not vote, the item is merged, or one is not invited.
    """
    invitation = _voting(item, by)
    placed = dict(ItemVote.objects.filter(item__round=item.round, person=by).values_list("item_id", "dots"))
    within = [pk for pk, root in roots(shared_items(invitation.round)).items() if root == item.pk]
    elsewhere = sum(number for pk, number in placed.items() if pk not in within)
    if dots < 0 or elsewhere + dots > invitation.round.dots:
        left = max(0, invitation.round.dots - elsewhere)
        raise Refused([Fault(_("You have %(left)d votes for this.") % {"left": left}, field="dots")])
    ItemVote.objects.filter(item__in=within, person=by).delete()
    if dots:
        ItemVote.objects.create(item=item, person=by, dots=dots)
    return invitation.round.dots - elsewhere - dots


def _voting(item: AnalysisItem, by: User) -> RoundInvitation:
    """The invitation of who votes, locked: two windows of one person cannot place a dot twice."""
    check_open(item.plan)
    rows = RoundInvitation.objects.select_for_update().select_related("round")
    invitation = rows.filter(round=item.round_id, person=by).first()
    if invitation is None:
        raise Conflict(_("Only who is invited votes."))
    if invitation.round.state != RoundState.VOTING or item.state != ItemState.SHARED:
        raise Conflict(_("There is no vote on “%(item)s” now.") % {"item": item.statement})
    return invitation
