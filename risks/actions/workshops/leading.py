"""Leading a workshop: begin it, share what was proposed, merge it, agree on levels."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.enums import AccountKind
from org.models import Department, User
from risks.enums import WORKSHOP_TRANSITIONS, Confidentiality, WorkshopState
from risks.matrices import score_of
from risks.models import Participant, ProposedRisk, Risk, RiskMatrix, Workshop
from risks.validators import check_department, refuse
from risks.workshops.events import workshop_invited

TEND = "risks.tend_risk"


@action
def begin_workshop(
    *,
    by: User | None,
    name: str,
    people: Sequence[User],
    question: str = "",
    department: Department | None = None,
    closes_on: dt.date | None = None,
    risks: Sequence[Risk] = (),
) -> Workshop:
    """Ask people what may happen, on the matrix in use; `risks` of the register are rated as well.

    Raises Refused, or Conflict where there is no matrix in use.
    """
    refuse(
        _check_name(name), _check_people(people), check_department(by, department), _check_risks(by, risks)
    )
    matrix = RiskMatrix.objects.filter(is_current=True).first()
    if matrix is None:
        raise Conflict(_("There is no matrix in use: risks cannot be rated."))
    workshop = Workshop.objects.create(
        name=name.strip(),
        question=question.strip(),
        department=department,
        matrix=matrix,
        closes_on=closes_on,
        led_by=by,
    )
    for position, risk in enumerate(risks):
        ProposedRisk.objects.create(
            workshop=workshop,
            kind=risk.kind,
            title=risk.title,
            cause=risk.cause,
            event=risk.event,
            consequence=risk.consequence,
            risk=risk,
            position=position,
        )
    asked = {each.pk: Participant(workshop=workshop, person=each) for each in people}
    workshop_invited(Participant.objects.bulk_create(asked.values()))
    return workshop


@action
def move_workshop(*, by: User | None, workshop: Workshop, state: str) -> Workshop:
    """Share what was proposed, look at ratings together, or go a step back; closing is `close_workshop`."""
    locked = Workshop.objects.select_for_update(of=("self",)).get(pk=workshop.pk)
    if state == WorkshopState.CLOSED or state not in WORKSHOP_TRANSITIONS[locked.state]:
        after = WorkshopState(state).label if state in WorkshopState.values else state
        words = _("“%(name)s” is “%(before)s”; it cannot become “%(after)s”.")
        raise Conflict(words % {"name": locked.name, "before": locked.get_state_display(), "after": after})
    locked.state = workshop.state = state
    locked.save(update_fields=["state"])
    locked.participants.update(done_at=None)  # of the step that begins nobody is through
    return locked


@action
def merge_proposed(*, by: User | None, into: ProposedRisk, proposed: ProposedRisk) -> ProposedRisk:
    """Let `into` stand for `proposed` as well, which keeps its words; raises Conflict."""
    both = locked_proposals(into, proposed)
    _check_shared(both[0].workshop)
    if len(both) != 2 or both[0].workshop_id != both[1].workshop_id or both[0].kind != both[1].kind:
        raise Conflict(_("Two of one kind and of one workshop can be merged."))
    if any(each.merged_into_id is not None for each in both) or proposed.merged.exists():
        raise Conflict(_("One of them is merged already."))
    if proposed.risk_id is not None:
        words = _("“%(title)s” is in the register: merge the other one into it.")
        raise Conflict(words % {"title": proposed.title})
    proposed.merged_into = into
    proposed.save(update_fields=["merged_into"])
    return into


@action
def split_proposed(*, by: User | None, proposed: ProposedRisk) -> ProposedRisk:
    """Undo a merge; raises Conflict where it is not merged, or the workshop is closed."""
    _check_shared(proposed.workshop)
    if proposed.merged_into_id is None:
        raise Conflict(_("“%(title)s” is not merged.") % {"title": proposed.title})
    proposed.merged_into = None
    proposed.save(update_fields=["merged_into"])
    return proposed


@action
def agree_on(*, by: User | None, proposed: ProposedRisk, likelihood: int, impact: int) -> ProposedRisk:
    """The levels that all agreed on together; raises Refused, Conflict outside that step."""
    workshop = Workshop.objects.select_for_update(of=("self",)).get(pk=proposed.workshop_id)
    if workshop.state != WorkshopState.TOGETHER or proposed.merged_into_id is not None:
        raise Conflict(_("Levels are agreed on while all look at them together."))
    refuse(check_levels(workshop.matrix, likelihood, impact))
    proposed.likelihood, proposed.impact = likelihood, impact
    proposed.save(update_fields=["likelihood", "impact"])
    return proposed


def check_levels(matrix: RiskMatrix, likelihood: int, impact: int) -> Iterator[Fault]:
    """Faults of levels that the matrix has not."""
    try:
        score_of(matrix, likelihood, impact)
    except ValueError:
        yield Fault(_("The matrix has no such level."), field="likelihood", code="level")


def locked_proposals(*proposed: ProposedRisk) -> list[ProposedRisk]:
    """These proposals as they are stored, locked."""
    found = ProposedRisk.objects.select_for_update(of=("self",)).select_related("workshop")
    return list(found.filter(pk__in=[each.pk for each in proposed]).order_by("pk"))


def _check_shared(workshop: Workshop) -> None:
    if workshop.state not in (WorkshopState.RATING, WorkshopState.TOGETHER):
        words = _("“%(name)s” is “%(state)s”.")
        raise Conflict(words % {"name": workshop.name, "state": workshop.get_state_display()})


def _check_name(name: str) -> Iterable[Fault]:
    if not name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")


def _check_people(people: Sequence[User]) -> Iterable[Fault]:
    if not people:
        yield Fault(_("Whom do you ask? Invite at least one person."), field="people", code="required")
    for person in people:
        if person.kind != AccountKind.PERSON or not person.is_active:
            yield Fault(_("%(name)s cannot sign in as a person.") % {"name": person.name}, field="people")


def _check_risks(by: User | None, risks: Sequence[Risk]) -> Iterable[Fault]:
    """Faults of risks that participants must not hear of, or that `by` may not rate."""
    for risk in risks:
        if risk.confidentiality == Confidentiality.RESTRICTED:
            words = _("“%(title)s” is restricted: it is not for a workshop.")
            yield Fault(words % {"title": risk.title}, field="risks", code="restricted")
        elif by is not None and not by.has_perm(TEND, risk):
            words = _("“%(title)s” is not yours to rate.")
            yield Fault(words % {"title": risk.title}, field="risks", code="permission")
