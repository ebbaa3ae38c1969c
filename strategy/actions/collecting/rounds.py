"""Rounds: whom the office asks what, and how far they are."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.enums import AccountKind
from org.models import User
from strategy.analysis.checks import check_choice, check_open, unknown
from strategy.collecting.events import round_invited
from strategy.enums import ROUND_TRANSITIONS, ItemState, Lens, RoundState
from strategy.models import AnalysisRound, Plan, RoundInvitation
from strategy.validators import check_name, refuse

MOST_DOTS = 50


@action
def begin_round(
    *,
    by: User | None,
    plan: Plan,
    name: str,
    people: Sequence[User],
    question: str = "",
    lens: str = Lens.SWOT,
    dots: int = 5,
    closes_on: dt.date | None = None,
) -> AnalysisRound:
    """Ask people what they see through a lens; each writes alone until it is shared. Raises Refused."""
    check_open(plan)
    refuse(
        check_name(name, 200),
        check_choice("lens", lens, Lens.values, may_be_empty=False),
        _check_dots(dots),
        _check_people(people),
    )
    round = AnalysisRound.objects.create(
        plan=plan,
        name=name.strip(),
        question=question,
        lens=lens,
        dots=dots,
        closes_on=closes_on,
        begun_by=by,
    )
    _invite(round, people)
    return round


@action
def change_round(*, by: User | None, round: AnalysisRound, **fields: Any) -> AnalysisRound:
    """Change name, question, dots, closing day or people of a round that is not closed.

    Who has written something stays invited; dots cannot fall below what somebody has placed. Raises Refused,
    Conflict where it is closed.
    """
    locked = _open_round(round)
    people = fields.pop("people", None)
    for name in ("name", "question", "dots", "closes_on"):
        setattr(locked, name, fields.pop(name, getattr(locked, name)))
    unknown("a round", fields)
    refuse(check_name(locked.name, 200), _check_dots(locked.dots, _placed(locked)))
    locked.name = locked.name.strip()
    locked.save()
    if people is not None:
        refuse(_check_people(people), _check_left_out(locked, people))
        locked.invitations.exclude(person__in=people).delete()
        _invite(locked, people)
    return locked


@action
def move_round(*, by: User | None, round: AnalysisRound, state: str) -> AnalysisRound:
    """Share what was written and let people vote, close, or open again; raises Conflict for other moves."""
    check_open(round.plan)
    locked = AnalysisRound.objects.select_for_update().get(pk=round.pk)
    if state not in ROUND_TRANSITIONS[locked.state]:
        after = RoundState(state).label if state in RoundState.values else state
        words = {"round": locked.name, "before": locked.get_state_display(), "after": after}
        raise Conflict(_("“%(round)s” is “%(before)s”; it cannot become “%(after)s”.") % words)
    if state != RoundState.COLLECTING:
        locked.items.filter(state=ItemState.OWN).update(state=ItemState.SHARED)
    round.state = locked.state = state
    locked.save(update_fields=["state"])
    return locked


@action
def remove_round(*, by: User | None, round: AnalysisRound) -> None:
    """Take back a round in which nobody has written anything yet; raises Conflict for others."""
    check_open(round.plan)
    if round.items.exists():
        raise Conflict(_("People have written in “%(round)s”; close it instead.") % {"round": round.name})
    round.delete()


def _open_round(round: AnalysisRound) -> AnalysisRound:
    check_open(round.plan)
    locked = AnalysisRound.objects.select_for_update(of=("self",)).select_related("plan").get(pk=round.pk)
    if locked.state == RoundState.CLOSED:
        raise Conflict(_("“%(round)s” is closed.") % {"round": locked.name})
    return locked


def _invite(round: AnalysisRound, people: Iterable[User]) -> None:
    """Ask those who are not asked yet, each once; they get a mail."""
    asked = set(round.invitations.values_list("person_id", flat=True))
    new = {person.pk: RoundInvitation(round=round, person=person) for person in people}
    round_invited(RoundInvitation.objects.bulk_create(each for pk, each in new.items() if pk not in asked))


def _check_people(people: Sequence[User]) -> Iterable[Fault]:
    if not people:
        yield Fault(_("Whom do you ask? Invite at least one person."), field="people", code="required")
    for person in people:
        if person.kind != AccountKind.PERSON or not person.is_active:
            name = {"name": person.name}
            yield Fault(_("%(name)s cannot sign in as a person.") % name, field="people")


def _check_left_out(round: AnalysisRound, people: Sequence[User]) -> Iterable[Fault]:
    """Faults of people who would be left out although they wrote or voted."""
    out = round.invitations.exclude(person__in=people).select_related("person")
    wrote = set(round.items.values_list("contributor_id", flat=True))
    voted = set(round.items.values_list("votes__person_id", flat=True))
    for each in out:
        if each.person_id in wrote | voted:
            message = _("%(name)s has taken part already and stays invited.")
            yield Fault(message % {"name": each.person.name}, field="people")


def _check_dots(dots: int, placed: int = 0) -> Iterable[Fault]:
    if not 1 <= dots <= MOST_DOTS:
        yield Fault(_("From 1 to %(most)d votes each.") % {"most": MOST_DOTS}, field="dots")
    elif dots < placed:
        yield Fault(_("Somebody has placed %(placed)d already.") % {"placed": placed}, field="dots")


def _placed(round: AnalysisRound) -> int:
    """The most dots that anybody has placed."""
    placed: dict[int, int] = {}
    for person, dots in round.items.filter(votes__isnull=False).values_list("votes__person", "votes__dots"):
        placed[person] = placed.get(person, 0) + dots
    return max(placed.values(), default=0)
