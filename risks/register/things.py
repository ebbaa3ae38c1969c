"""What a risk touches, as far as a reader may know of it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from initiatives.queries import visible_initiatives
from risks.models import Risk, RiskLink
from strategy.queries import standing_objectives, visible_plans


@dataclass(frozen=True)
class Thing:
    """Something that a risk touches: what kind, its name, its page, and the link itself."""

    kind: str
    name: str
    url: str
    link: RiskLink


def links_seen(user: Any, links: QuerySet[RiskLink]) -> QuerySet[RiskLink]:
    """Links to what the user may know of."""
    return links.filter(
        Q(objective__in=standing_objectives(user))
        | Q(initiative__in=visible_initiatives(user))
        | Q(kpi__isnull=False)
        | Q(assumption__plan__in=visible_plans(user))
    ).select_related("objective__plan", "initiative", "kpi", "assumption")


def visible_links(user: Any, risk: Risk) -> list[Thing]:
    """Everything that a risk touches and the user may know of."""
    return [thing_of(link) for link in links_seen(user, risk.links.all())]


def thing_of(link: RiskLink) -> Thing:
    """What one link leads to."""
    if link.objective is not None:
        return Thing(
            _("Objective"), str(link.objective), reverse("objective", args=[link.objective.pk]), link
        )
    if link.initiative is not None:
        url = reverse("initiative", args=[link.initiative.code])
        return Thing(_("Initiative"), str(link.initiative), url, link)
    if link.kpi is not None:
        return Thing(_("KPI"), str(link.kpi), reverse("kpi", args=[link.kpi.code]), link)
    assert link.assumption is not None
    return Thing(_("Assumption"), str(link.assumption), "", link)
