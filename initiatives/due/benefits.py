"""What benefits ask of people: to look at what was realised."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from core.due import DueItem, register
from initiatives.benefits.visible import standing_benefits
from initiatives.enums import Stage
from initiatives.models import BenefitCheck

AHEAD = dt.timedelta(days=14)


def looks_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """A look at each benefit of the user's (without an owner: of what they lead) once its day comes."""
    looked_at = BenefitCheck.objects.filter(benefit=OuterRef("pk"), checked_on__gte=OuterRef("check_on"))
    mine = Q(owner=user.pk) | Q(owner=None, initiative__lead=user.pk)
    waiting = standing_benefits(user).filter(
        mine, ~Exists(looked_at), check_on__lte=min(until, today + AHEAD)
    )
    for benefit in waiting.exclude(initiative__stage=Stage.CANCELLED).select_related("initiative"):
        assert benefit.check_on is not None
        yield DueItem(
            due_on=benefit.check_on,
            kind="initiatives.benefit",
            title=_("What was realised? %(benefit)s") % {"benefit": benefit.name},
            url=reverse("check_benefit", args=[benefit.initiative.code, benefit.pk]),
            detail=benefit.initiative.name,
        )


register(looks_due)
