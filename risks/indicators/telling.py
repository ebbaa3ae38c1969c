"""Mail when an indicator warns (the owner) or triggers (owner, head and office); once (`core.outbox`)."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from core.models import OutboxEvent
from core.outbox import subscribe
from org.enums import Role
from org.models import Membership, User
from risks.actions.indicators import look_at_indicators
from risks.enums import IndicatorState
from risks.events import INDICATOR_CROSSED
from risks.models import Risk, RiskIndicator
from risks.queries import visible_risks
from strategy.cascade.reach import head_of
from strategy.letters import Letter, send

_TEMPLATES = "risks/indicators/mail/crossed.html", "risks/indicators/mail/crossed.txt"


def look_at_rolled_up(event: OutboxEvent) -> None:
    """Cells of KPIs were computed: indicators on them may warn, trigger, or be calm again."""
    look_at_indicators(kpis=event.payload["kpis"])


def tell_crossed(event: OutboxEvent) -> None:
    """One mail to each who is to know of it, and may know of the risk."""
    found = RiskIndicator.objects.filter(pk=event.payload["indicator"]).select_related(
        "risk__owner", "risk__department", "plan"
    )
    indicator = found.first()
    if indicator is None:
        return
    triggered = event.payload["state"] == IndicatorState.TRIGGERED
    for person in told(indicator.risk, triggered):
        _send(indicator, person, event.payload["words"], triggered)


def told(risk: Risk, triggered: bool) -> list[User]:
    """Who is told: the owner of a warning; the head of its department and the office of a trigger as well."""
    people = {risk.owner} if isinstance(risk.owner, User) else set()
    if triggered:
        head = head_of(risk.department)
        people |= _office() | ({head} if head else set())
    return [
        each
        for each in sorted(people, key=lambda person: person.pk)
        if each.may_sign_in and each.email and visible_risks(each).filter(pk=risk.pk).exists()
    ]


def _office() -> set[User]:
    staff = Membership.objects.filter(role=Role.SMO_STAFF).values("user")
    return set(User.objects.filter(pk__in=staff))


def _send(indicator: RiskIndicator, person: User, words: str, triggered: bool) -> None:
    risk = indicator.risk
    with translation.override(person.language or settings.LANGUAGE_CODE):
        subject = _("Escalated: %(risk)s") if triggered else _("A warning: %(risk)s")
        send(
            Letter(
                to=person.email,
                name=person.name,
                subject=subject % {"risk": risk.title},
                title=risk.title,
                about=_("Risk"),
                templates=_TEMPLATES,
                series="risks",
                url=settings.BASE_URL + reverse("risk", args=[risk.code]),
                context={"words": words, "triggered": triggered, "plan": indicator.plan},
            )
        )


subscribe("kpis.rolled_up", look_at_rolled_up)
subscribe(INDICATOR_CROSSED, tell_crossed)
