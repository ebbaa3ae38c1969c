"""Kinds and states of plans and of their revisions, and of who has a stake."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanKind(models.TextChoices):
    """Whose plan it is: the organisation's strategy, a department's part in it, or a function's."""

    ORGANISATION = "organisation", _("The organisation's strategy")
    DEPARTMENT = "department", _("Departmental plan")
    FUNCTION = "function", _("Functional plan")


class PlanFunction(models.TextChoices):
    """What a functional plan is about."""

    PEOPLE = "people", _("People")
    TECHNOLOGY = "technology", _("Technology")
    FINANCE = "finance", _("Finance")


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


class RevisionState(models.TextChoices):
    """Where a change to an active plan stands."""

    DRAFTING = "drafting", _("Being written")
    PROPOSED = "proposed", _("Waiting for approval")
    APPLIED = "applied", _("In force")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    TAKEN_BACK = "taken_back", _("Taken back")


REVISION_TRANSITIONS: dict[str, tuple[str, ...]] = {
    RevisionState.DRAFTING: (RevisionState.PROPOSED, RevisionState.WITHDRAWN),
    RevisionState.PROPOSED: (RevisionState.DRAFTING, RevisionState.APPLIED, RevisionState.WITHDRAWN),
    RevisionState.APPLIED: (RevisionState.TAKEN_BACK,),
    RevisionState.WITHDRAWN: (),
    RevisionState.TAKEN_BACK: (),
}


class AgreementSide(models.TextChoices):
    """For whom somebody agrees to a plan."""

    DEPARTMENT = "department", _("Department")
    OFFICE = "office", _("Strategy office")
    LEADERSHIP = "leadership", _("Leadership")


class AgreementDecision(models.TextChoices):
    """What somebody decided about a plan as it then was."""

    AGREED = "agreed", _("Agreed")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")


class Statement(models.TextChoices):
    """The two statements that a plan begins with."""

    VISION = "vision", _("Vision")
    MISSION = "mission", _("Mission")


class StakeholderKind(models.TextChoices):
    """As StratML distinguishes them."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    GROUP = "group", _("Group")
    UNKNOWN = "unknown", _("Not said")
