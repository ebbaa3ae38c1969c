"""What the charter asks of the strategy office: to look at it again."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.due import DueItem, register
from org.enums import Role
from org.roles import held_by
from strategy.models import Charter


def review_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """The look at the charter, once its day is near; of everybody who may change it."""
    if not held_by(user).anywhere(Role.SMO_STAFF):
        return
    for day in Charter.objects.filter(review_on__lte=until).values_list("review_on", flat=True):
        assert day is not None
        yield DueItem(
            due_on=day,
            kind="strategy.charter_review",
            title=_("Look at the charter of the strategy office again"),
            url=reverse("change_charter"),
        )


register(review_due)
