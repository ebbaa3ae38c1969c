"""Mail to whom a round of the analysis asks; each invitation is told once (`core.outbox`)."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.models import OutboxEvent
from core.outbox import subscribe
from org.models import User
from strategy.collecting.events import INVITED
from strategy.enums import PlanState, RoundState
from strategy.letters import Letter, send
from strategy.models import AnalysisRound, RoundInvitation

_INVITATION = "strategy/collecting/mail/invitation.html", "strategy/collecting/mail/invitation.txt"


def tell_invited(event: OutboxEvent) -> None:
    """Whoever is still invited, while the round goes on."""
    invitations = (
        RoundInvitation.objects.filter(pk__in=event.payload["invitations"])
        .exclude(round__state=RoundState.CLOSED)
        .exclude(round__plan__state=PlanState.ARCHIVED)
    )
    for each in invitations.select_related("round__plan", "person").order_by("pk"):
        if each.person.may_sign_in and each.person.email:
            send_invitation(each.round, each.person)


def send_invitation(round: AnalysisRound, person: User) -> bool:
    """Mail somebody that they are asked what they see, or to vote; False where it did not go out.

    The name of the plan is left out: who is invited need not know of it.
    """
    with translation.override(person.language or settings.LANGUAGE_CODE):
        return send(
            Letter(
                to=person.email,
                name=person.name,
                subject=_("You are asked: %(round)s") % {"round": round.name},
                title=round.name,
                about=round.get_lens_display(),
                templates=_INVITATION,
                series="round",
                url=settings.BASE_URL + reverse("round", args=[round.pk]),
                context={
                    "round": round,
                    "until": date_format(round.closes_on, "DATE_FORMAT") if round.closes_on else "",
                },
            )
        )


subscribe(INVITED, tell_invited)
