"""Departmental and functional plans: where they stand, and the steps from one stage to the next."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from strategy.enums.plans import PlanState


class Stage(models.TextChoices):
    """Where a departmental or functional plan stands between its department, the office, the leadership.

    The states of any plan, with "in consultation" told apart: proposed, then agreed by the office.
    """

    DRAFT = "draft", _("Being written")
    PROPOSED = "proposed", _("Proposed")
    AGREED = "agreed", _("Agreed")
    APPROVED = "approved", _("Approved")
    ACTIVE = "active", _("In force")
    ARCHIVED = "archived", _("Archived")


class Step(models.TextChoices):
    """What somebody does with such a plan."""

    PROPOSE = "propose", _("Propose")
    AGREE = "agree", _("Agree")
    RETURN = "return", _("Return")
    APPROVE = "approve", _("Approve")
    ACTIVATE = "activate", _("Put into force")
    REOPEN = "reopen", _("Begin the next version")
    ARCHIVE = "archive", _("Archive")


# The order in which a plan goes its way; archiving ends it.
WAY = (Stage.DRAFT, Stage.PROPOSED, Stage.AGREED, Stage.APPROVED, Stage.ACTIVE)

# From which stages each step may be taken, and where it leads; anything else is refused with 409.
STEPS: dict[str, tuple[tuple[str, ...], str]] = {
    Step.PROPOSE: ((Stage.DRAFT,), Stage.PROPOSED),
    Step.AGREE: ((Stage.PROPOSED,), Stage.AGREED),
    Step.RETURN: ((Stage.PROPOSED, Stage.AGREED), Stage.DRAFT),
    Step.APPROVE: ((Stage.AGREED,), Stage.APPROVED),
    Step.ACTIVATE: ((Stage.APPROVED,), Stage.ACTIVE),
    Step.REOPEN: ((Stage.APPROVED, Stage.ACTIVE), Stage.DRAFT),
    Step.ARCHIVE: ((Stage.DRAFT, Stage.ACTIVE), Stage.ARCHIVED),
}

STATE_OF: dict[str, str] = {
    Stage.DRAFT: PlanState.DRAFT,
    Stage.PROPOSED: PlanState.CONSULTATION,
    Stage.AGREED: PlanState.CONSULTATION,
    Stage.APPROVED: PlanState.APPROVED,
    Stage.ACTIVE: PlanState.ACTIVE,
    Stage.ARCHIVED: PlanState.ARCHIVED,
}


class Tie(models.TextChoices):
    """What a department has to do with an objective of the strategy; the first that holds is shown."""

    OWNS = "owns", _("Owns")
    ADOPTS = "adopts", _("Adopted")
    SUPPORTS = "supports", _("Supports")


class GapKind(models.TextChoices):
    """What the alignment matrix finds missing."""

    UNSUPPORTED = "unsupported", _("Objectives that no other department supports")
    IDLE_DEPARTMENT = "idle_department", _("Departments without an objective")
    UNMEASURED = "unmeasured", _("Objectives without a KPI")
    UNOWNED = "unowned", _("Objectives without an owner")
    STRAY_KPI = "stray_kpi", _("KPIs without an objective")
    ADRIFT = "adrift", _("Departments' objectives that support nothing")
