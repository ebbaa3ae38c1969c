"""Rounds: who is asked to score which initiatives, until when."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from initiatives.enums import ScoringState
from initiatives.models import Initiative, Scorer, ScoringCriterion, ScoringRound
from initiatives.validators import refuse
from org.enums import AccountKind
from org.models import User


@action
def begin_scoring_round(
    *,
    by: User | None,
    name: str,
    initiatives: Sequence[Initiative],
    scorers: Sequence[User],
    note: str = "",
    closes_on: dt.date | None = None,
) -> ScoringRound:
    """Ask people to score initiatives, each on their own. Raises Refused, Conflict without criteria."""
    if not ScoringCriterion.objects.filter(archived_on=None).exists():
        raise Conflict(_("There are no criteria yet: say first by what initiatives are compared."))
    refuse(_check_name(name), _check_initiatives(initiatives), _check_scorers(scorers))
    round = ScoringRound.objects.create(name=name.strip(), note=note, closes_on=closes_on, begun_by=by)
    round.initiatives.set(initiatives)
    _ask(round, scorers)
    return round


@action
def change_scoring_round(*, by: User | None, round: ScoringRound, **fields: Any) -> ScoringRound:
    """Change name, note, day, initiatives or scorers of an open round. Raises Refused, Conflict.

    Whoever has scored stays asked, and what was scored stays in the round.
    """
    locked = _open(round)
    initiatives, scorers = fields.pop("initiatives", None), fields.pop("scorers", None)
    for name in ("name", "note", "closes_on"):
        setattr(locked, name, fields.pop(name, getattr(locked, name)))
    if fields:
        raise TypeError(f"a round has no {', '.join(sorted(fields))}")
    refuse(
        _check_name(locked.name),
        [] if initiatives is None else _check_initiatives(initiatives),
        [] if initiatives is None else _check_kept(locked, initiatives),
        [] if scorers is None else _check_scorers(scorers),
        [] if scorers is None else _check_left_out(locked, scorers),
    )
    locked.name = locked.name.strip()
    locked.save()
    if initiatives is not None:
        locked.initiatives.set(initiatives)
    if scorers is not None:
        locked.scorers.exclude(person__in=scorers).delete()
        _ask(locked, scorers)
    return locked


@action
def move_scoring_round(*, by: User | None, round: ScoringRound, state: str) -> ScoringRound:
    """Close a round, which shows everybody's scores, or open it again; raises Conflict where it is so."""
    locked = ScoringRound.objects.select_for_update().get(pk=round.pk)
    if locked.state == state or state not in ScoringState.values:
        words = {"name": locked.name, "state": locked.get_state_display()}
        raise Conflict(_("“%(name)s” is “%(state)s” already.") % words)
    round.state = locked.state = state
    locked.save(update_fields=["state"])
    return locked


@action
def remove_scoring_round(*, by: User | None, round: ScoringRound) -> None:
    """Take back a round in which nothing was scored; raises Conflict for others."""
    if round.scores.exists():
        raise Conflict(_("People have scored in “%(name)s”; close it instead.") % {"name": round.name})
    if round.scenarios.exists():
        raise Conflict(_("A scenario takes its values from “%(name)s”.") % {"name": round.name})
    round.delete()


def _open(round: ScoringRound) -> ScoringRound:
    locked = ScoringRound.objects.select_for_update().get(pk=round.pk)
    if locked.state == ScoringState.CLOSED:
        raise Conflict(_("“%(name)s” is closed; open it again to change it.") % {"name": locked.name})
    return locked


def _ask(round: ScoringRound, people: Iterable[User]) -> None:
    asked = set(round.scorers.values_list("person_id", flat=True))
    new = {person.pk: Scorer(round=round, person=person) for person in people}
    Scorer.objects.bulk_create(each for pk, each in new.items() if pk not in asked)


def _check_name(name: str) -> Iterator[Fault]:
    if not name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")
    elif len(name) > 200:
        yield Fault(_("A name has at most %(most)d letters.") % {"most": 200}, field="name")


def _check_initiatives(initiatives: Sequence[Initiative]) -> Iterator[Fault]:
    if not initiatives:
        yield Fault(_("What is to be scored? Choose an initiative."), field="initiatives", code="required")
    for each in initiatives:
        if each.archived_on is not None or each.merged_into_id is not None:
            words = _("%(code)s is archived or merged into another.")
            yield Fault(words % {"code": each.code}, field="initiatives")


def _check_kept(round: ScoringRound, initiatives: Sequence[Initiative]) -> Iterator[Fault]:
    """Faults of initiatives that would be left out although they were scored."""
    out = round.initiatives.filter(scores__round=round).exclude(pk__in=[each.pk for each in initiatives])
    for each in out.distinct():
        words = _("%(code)s has been scored already and stays.")
        yield Fault(words % {"code": each.code}, field="initiatives")


def _check_scorers(people: Sequence[User]) -> Iterator[Fault]:
    if not people:
        yield Fault(_("Who scores? Choose at least one person."), field="scorers", code="required")
    for person in people:
        if person.kind != AccountKind.PERSON or not person.is_active:
            words = _("%(name)s cannot sign in as a person.")
            yield Fault(words % {"name": person.name}, field="scorers")


def _check_left_out(round: ScoringRound, people: Sequence[User]) -> Iterator[Fault]:
    """Faults of people who would be left out although they have scored."""
    out = round.scorers.exclude(person__in=people).filter(person__in=round.scores.values("scorer"))
    for each in out.select_related("person"):
        words = _("%(name)s has scored already and stays.")
        yield Fault(words % {"name": each.person.name}, field="scorers")
