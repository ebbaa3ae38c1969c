"""Every write of consultation rounds: asking, saying, answering."""

from strategy.actions.consultation.answering import answer_remark, destinations
from strategy.actions.consultation.inviting import invite, invite_guest, renew_link, withdraw_invitation
from strategy.actions.consultation.remarks import change_remark, say, withdraw_remark
from strategy.actions.consultation.rounds import (
    begin_consultation,
    change_consultation,
    close_consultation,
    move_consultation,
    open_consultation,
    remove_consultation,
)

__all__ = [
    "answer_remark",
    "begin_consultation",
    "change_consultation",
    "change_remark",
    "close_consultation",
    "destinations",
    "invite",
    "invite_guest",
    "move_consultation",
    "open_consultation",
    "remove_consultation",
    "renew_link",
    "say",
    "withdraw_invitation",
    "withdraw_remark",
]
