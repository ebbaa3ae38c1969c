"""Which updates, questions and benefits a user may know of: those of the initiatives they may know of.

An update that is still written is seen only by who may write it.
"""

from typing import Any

from django.db.models import Q, QuerySet

from initiatives.enums import UpdateState
from initiatives.models import StatusUpdate, UpdateQuestion
from initiatives.queries import departments_headed, visible_initiatives
from org.enums import Role
from org.roles import held_by


def visible_updates(user: Any) -> QuerySet[StatusUpdate]:
    """Updates handed in, and drafts where the user runs the initiative."""
    of_seen = StatusUpdate.objects.filter(initiative__in=visible_initiatives(user).order_by())
    if held_by(user).anywhere(Role.SMO_STAFF):
        return of_seen
    writes = Q(initiative__lead=user.pk) | Q(initiative__department__in=departments_headed(user))
    return of_seen.filter(Q(state=UpdateState.SUBMITTED) | Q(author=user.pk) | writes)


def submitted_updates(user: Any) -> QuerySet[StatusUpdate]:
    """Updates handed in."""
    return StatusUpdate.objects.filter(
        initiative__in=visible_initiatives(user).order_by(), state=UpdateState.SUBMITTED
    )


def visible_questions(user: Any) -> QuerySet[UpdateQuestion]:
    """Questions about the updates."""
    return UpdateQuestion.objects.filter(update__in=submitted_updates(user).order_by())
