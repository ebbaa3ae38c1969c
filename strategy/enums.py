"""States of a plan and kinds of stakeholders."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanState(models.TextChoices):
    """Where a plan stands; only approved, active and archived ones are published."""

    DRAFT = "draft", _("Draft")
    CONSULTATION = "consultation", _("In consultation")
    APPROVED = "approved", _("Approved")
    ACTIVE = "active", _("Active")
    ARCHIVED = "archived", _("Archived")


PUBLISHED = (PlanState.APPROVED, PlanState.ACTIVE, PlanState.ARCHIVED)

# Which state may follow which; anything else is refused with 409.
PLAN_TRANSITIONS: dict[str, tuple[str, ...]] = {
    PlanState.DRAFT: (PlanState.CONSULTATION, PlanState.APPROVED, PlanState.ACTIVE),
    PlanState.CONSULTATION: (PlanState.DRAFT, PlanState.APPROVED),
    PlanState.APPROVED: (PlanState.ACTIVE, PlanState.DRAFT),
    PlanState.ACTIVE: (PlanState.ARCHIVED,),
    PlanState.ARCHIVED: (),
}


class StakeholderKind(models.TextChoices):
    """As StratML distinguishes them."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    GROUP = "group", _("Group")
    UNKNOWN = "unknown", _("Not said")
