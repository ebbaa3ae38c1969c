"""Who may know of a workshop, and of what is proposed and rated in it.

What somebody proposes is theirs alone until the leader shares it, and what somebody rates until all look at
it together: not even the leader sees it before, on no page and in no history. A restricted risk shows only to
who may know of it elsewhere.
"""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from core.changes.hiding import hide
from org.enums import Role
from org.roles import held_by
from risks.enums import Confidentiality, WorkshopState
from risks.models import Participant, ProposedRisk, Workshop, WorkshopRating
from risks.queries import visible_risks

SHOWN = (WorkshopState.TOGETHER, WorkshopState.CLOSED)


def visible_workshops(user: Any) -> QuerySet[Workshop]:
    """Workshops that one leads or is invited to; the strategy office knows of all."""
    found = Workshop.objects.select_related("matrix", "department", "led_by")
    if held_by(user).anywhere(Role.SMO_STAFF):
        return found
    asked = Participant.objects.filter(workshop=OuterRef("pk"), person=user.pk)
    return found.filter(Q(led_by=user.pk) | Exists(asked))


def workshops_with_counts(user: Any) -> QuerySet[Workshop]:
    """With `people`, and `done`: how many of them are through with the present step."""
    through = Q(participants__done_at__isnull=False)
    return visible_workshops(user).annotate(
        people=Count("participants", distinct=True),
        done=Count("participants", filter=through, distinct=True),
    )


def visible_proposed(user: Any) -> QuerySet[ProposedRisk]:
    """What is proposed in the workshops the user may know of: one's own, and all once it is shared."""
    hidden = Q(workshop__state=WorkshopState.PROPOSING, proposer__isnull=False) & ~Q(proposer=user.pk)
    secret = Q(risk__confidentiality=Confidentiality.RESTRICTED) & ~Q(
        risk__in=visible_risks(user).values("pk")
    )
    found = ProposedRisk.objects.filter(workshop__in=visible_workshops(user).order_by().values("pk"))
    return found.exclude(hidden).exclude(secret).select_related("proposer", "risk", "workshop__matrix")


def visible_ratings(user: Any) -> QuerySet[WorkshopRating]:
    """What was rated: one's own, and everybody's once all look at it together."""
    of = WorkshopRating.objects.filter(proposed__in=visible_proposed(user).order_by().values("pk"))
    return of.filter(Q(person=user.pk) | Q(proposed__workshop__state__in=SHOWN))


def _kept_back(reader: Any) -> Q:
    """Events of proposals that the reader may not know of."""
    seen = visible_proposed(reader).order_by().values("pk")
    return ~Q(pgh_obj__in=seen) & Q(pgh_obj__isnull=False)


hide("risks.proposedrisk", _kept_back)
