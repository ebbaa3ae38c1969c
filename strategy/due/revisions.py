"""What is due about plans and revisions: to approve, and to go on with what came back."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.due import DueItem, register
from strategy.enums import RevisionState
from strategy.models import Revision

# How long an executive, or who wrote it, may take.
TO_ANSWER = dt.timedelta(days=7)


def revisions_due(user: Any, today: dt.date, until: dt.date) -> Iterable[DueItem]:
    """Proposed revisions for executives; returned ones for who began them. Within a week."""
    if user.has_perm("strategy.approve_revision"):
        for each in Revision.objects.filter(state=RevisionState.PROPOSED).select_related("plan"):
            yield from _item(each, each.proposed_at, _("Approve or return: %(title)s"), until)
    returned = Revision.objects.filter(
        state=RevisionState.DRAFTING, begun_by=user.pk, decided_at__isnull=False
    )
    for each in returned.select_related("plan"):
        yield from _item(each, each.decided_at, _("Go on with the returned revision: %(title)s"), until)


def _item(revision: Revision, since: dt.datetime | None, title: str, until: dt.date) -> Iterable[DueItem]:
    if since is None:
        return
    due_on = timezone.localdate(since) + TO_ANSWER
    if due_on <= until:
        yield DueItem(
            due_on=due_on,
            kind="strategy.revision",
            title=title % {"title": revision.title},
            url=reverse("revision", args=[revision.pk]),
            detail=revision.plan.name,
        )


register(revisions_due)
