"""Mail that follows from gates: executives hear what waits, who asked hears what was decided."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core.models import OutboxEvent
from core.outbox import subscribe
from initiatives.enums import GateOutcome
from initiatives.events import GATE_ASKED, GATE_DECIDED
from initiatives.gates.reading import with_people
from initiatives.models import GateDecision
from initiatives.queries import visible_initiatives
from org.enums import AccountKind, Role
from org.models import User
from strategy.letters import Letter, send

ASKED_SUBJECT = gettext_noop("A decision is wanted: %(name)s")
DECIDED_SUBJECT = gettext_noop("Decided: %(name)s")
_ASKED = "initiatives/gates/mail/asked.html", "initiatives/gates/mail/asked.txt"
_DECIDED = "initiatives/gates/mail/decided.html", "initiatives/gates/mail/decided.txt"


def deciders(gate: GateDecision) -> Iterable[User]:
    """The executives who may decide it: not who asked."""
    executives = User.objects.filter(memberships__role=Role.EXECUTIVE, kind=AccountKind.PERSON)
    return executives.exclude(pk=gate.asked_by_id or 0).distinct()


def tell_asked(event: OutboxEvent) -> None:
    """Every executive who may decide, unless it is settled by now."""
    gate = _gate(event)
    if gate is not None and gate.outcome == GateOutcome.WAITING:
        for person in deciders(gate):
            _mail(gate, person, _ASKED, ASKED_SUBJECT)


def tell_decided(event: OutboxEvent) -> None:
    """Who asked, and who leads the initiative, unless they decided it themselves."""
    gate = _gate(event)
    if gate is None:
        return
    people = {each.pk: each for each in (gate.asked_by, gate.initiative.lead) if each is not None}
    for person in people.values():
        if person.pk != gate.decided_by_id:
            _mail(gate, person, _DECIDED, DECIDED_SUBJECT)


def _gate(event: OutboxEvent) -> GateDecision | None:
    return with_people(GateDecision.objects.filter(pk=event.payload["gate"])).first()


def _mail(gate: GateDecision, person: User, templates: tuple[str, str], subject: str) -> None:
    initiative = gate.initiative
    may_know = visible_initiatives(person).filter(pk=initiative.pk).exists()
    if not (may_know and person.may_sign_in and person.email):
        return
    with translation.override(person.language or settings.LANGUAGE_CODE):
        send(
            Letter(
                to=person.email,
                name=person.name,
                subject=_(subject) % {"name": initiative.name},
                title=initiative.name,
                about=_("Stage gate"),
                templates=templates,
                series="initiative",
                url=settings.BASE_URL + reverse("gate_decision", args=[initiative.code, gate.pk]),
                context={"gate": gate},
            )
        )


subscribe(GATE_ASKED, tell_asked)
subscribe(GATE_DECIDED, tell_decided)
