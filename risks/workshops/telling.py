"""Mail to whom a workshop asks; each invitation is told once (`core.outbox`)."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.models import OutboxEvent
from core.outbox import subscribe
from org.models import User
from risks.enums import WorkshopState
from risks.models import Participant, Workshop
from risks.workshops.events import INVITED
from strategy.letters import Letter, send

_INVITATION = "risks/workshops/mail/invitation.html", "risks/workshops/mail/invitation.txt"


def tell_invited(event: OutboxEvent) -> None:
    """Whoever is still invited, while the workshop goes on."""
    found = Participant.objects.filter(pk__in=event.payload["participants"])
    found = found.exclude(workshop__state=WorkshopState.CLOSED).select_related("workshop__led_by", "person")
    for each in found.order_by("pk"):
        if each.person.may_sign_in and each.person.email:
            _send(each.workshop, each.person)


def _send(workshop: Workshop, person: User) -> None:
    until = workshop.closes_on
    with translation.override(person.language or settings.LANGUAGE_CODE):
        send(
            Letter(
                to=person.email,
                name=person.name,
                subject=_("You are asked: %(workshop)s") % {"workshop": workshop.name},
                title=workshop.name,
                about=_("Risk workshop"),
                templates=_INVITATION,
                series="workshop",
                url=settings.BASE_URL + reverse("risk_workshop", args=[workshop.pk]),
                context={
                    "workshop": workshop,
                    "until": date_format(until, "DATE_FORMAT") if until else "",
                },
            )
        )


subscribe(INVITED, tell_invited)
