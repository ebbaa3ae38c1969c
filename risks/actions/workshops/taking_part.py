"""What an invited person proposes and rates before anybody else sees it."""

from collections.abc import Iterator, Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from risks.actions.workshops.leading import check_levels
from risks.enums import RiskKind, WorkshopState
from risks.models import Participant, ProposedRisk, Workshop, WorkshopRating
from risks.validators import check_title, refuse

Given = tuple[int, int, str]
"""Likelihood, impact and a note."""


@action
def propose_risk(
    *,
    by: User,
    workshop: Workshop,
    title: str,
    kind: str = RiskKind.THREAT,
    cause: str = "",
    event: str = "",
    consequence: str = "",
) -> ProposedRisk:
    """Propose what may happen; it is the proposer's own until it is shared. Raises Refused, Conflict."""
    participant = _asked(workshop, by, WorkshopState.PROPOSING)
    refuse(check_title(title), _check_kind(kind))
    _through(participant, False)
    return ProposedRisk.objects.create(
        workshop=workshop,
        proposer=by,
        kind=kind,
        title=title.strip(),
        cause=cause.strip(),
        event=event.strip(),
        consequence=consequence.strip(),
        position=workshop.proposed.count(),
    )


@action
def take_back(*, by: User, proposed: ProposedRisk) -> None:
    """Remove what one proposed while nobody else has seen it; raises Conflict."""
    _asked(proposed.workshop, by, WorkshopState.PROPOSING)
    if proposed.proposer_id != by.pk:
        raise Conflict(_("It is not yours to take back."))
    proposed.delete()


@action
def say_through(*, by: User, workshop: Workshop, done: bool = True) -> Participant:
    """Say that one is through with the present step, or take that back; raises Conflict."""
    participant = _asked(workshop, by, WorkshopState.PROPOSING, WorkshopState.RATING)
    return _through(participant, done)


@action
def give_workshop_ratings(*, by: User, workshop: Workshop, ratings: Mapping[int, Given]) -> None:
    """Rate proposals (by id) alone; what was given before is replaced. Raises Refused, Conflict."""
    participant = _asked(workshop, by, WorkshopState.RATING)
    standing = set(workshop.proposed.filter(merged_into=None).values_list("pk", flat=True))
    if not set(ratings) <= standing:
        raise Conflict(_("Some of these are not to be rated any more."))
    refuse(*(check_levels(workshop.matrix, given[0], given[1]) for given in ratings.values()))
    for pk, (likelihood, impact, note) in ratings.items():
        values = {"likelihood": likelihood, "impact": impact, "note": note.strip()[:300]}
        WorkshopRating.objects.update_or_create(proposed_id=pk, person=by, defaults=values)
    _through(participant, False)


def _through(participant: Participant, done: bool) -> Participant:
    if (participant.done_at is not None) != done:
        participant.done_at = timezone.now() if done else None
        participant.save(update_fields=["done_at"])
    return participant


def _asked(workshop: Workshop, by: User, *states: WorkshopState) -> Participant:
    """The part of who answers, with the workshop locked, so that nothing comes after its step."""
    locked = Workshop.objects.select_for_update(of=("self",)).get(pk=workshop.pk)
    participant = Participant.objects.filter(workshop=workshop, person=by).first()
    if participant is None:
        raise Conflict(_("You are not invited to “%(name)s”.") % {"name": locked.name})
    if locked.state not in states:
        words = _("“%(name)s” is “%(state)s” by now.")
        raise Conflict(words % {"name": locked.name, "state": locked.get_state_display()})
    return participant


def _check_kind(kind: str) -> Iterator[Fault]:
    if kind not in RiskKind.values:
        yield Fault(_("It is a threat or an opportunity."), field="kind", code="choice")
