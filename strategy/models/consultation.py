"""Consultation rounds: who is asked about a draft, and what they say."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked, tracked_without
from org.models import Department
from strategy.enums import ConsultationState, Element, RemarkKind, RemarkOutcome
from strategy.models.goal import Goal
from strategy.models.objective import Objective
from strategy.models.plan import Plan, Value
from strategy.models.structure import Priority

_USER = settings.AUTH_USER_MODEL


@tracked
class Consultation(models.Model):
    """A round in which people are asked about a plan (or a revision's branch) before it is decided."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="consultations")
    name = models.CharField(_("Name"), max_length=200)
    message = models.TextField(_("What people are asked"), blank=True)
    state = models.CharField(
        _("State"), max_length=8, choices=ConsultationState.choices, default=ConsultationState.PREPARED
    )
    closes_on = models.DateField(_("Answers by"), null=True, blank=True)
    begun_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-begun_at"]

    def __str__(self) -> str:
        return self.name


@tracked_without("digest", "last_seen_at")
class ConsultationInvitation(models.Model):
    """A person, a whole department, or a guest from outside with a link of their own that expires."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    guest_name = models.CharField(_("Name"), max_length=200, blank=True, default="")
    guest_organisation = models.CharField(_("Organisation"), max_length=200, blank=True, default="")
    guest_email = models.EmailField(_("E-mail"), blank=True, default="")
    digest = models.CharField(max_length=64, blank=True, default="", db_index=True)
    expires_at = models.DateTimeField(_("The link works until"), null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_seen_at = models.DateTimeField(null=True, blank=True)
    invited_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, department__isnull=True, guest_email="")
                | Q(person__isnull=True, department__isnull=False, guest_email="")
                | (Q(person__isnull=True, department__isnull=True) & ~Q(guest_email="")),
                name="an_invitation_is_for_one",
            ),
            models.UniqueConstraint(
                fields=["consultation", "person"],
                condition=Q(person__isnull=False),
                name="a_person_is_invited_to_a_consultation_once",
            ),
            models.UniqueConstraint(
                fields=["consultation", "department"],
                condition=Q(department__isnull=False),
                name="a_department_is_invited_to_a_consultation_once",
            ),
        ]

    def __str__(self) -> str:
        return self.guest_name or f"{self.person_id or ''}{self.department_id or ''}"


@tracked
class Remark(models.Model):
    """What somebody says of an element of the plan in a round, and what the office answered."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="remarks")
    about = models.CharField(max_length=9, choices=Element.choices, default=Element.PLAN)
    value = models.ForeignKey(Value, null=True, blank=True, on_delete=models.CASCADE, related_name="remarks")
    priority = models.ForeignKey(
        Priority, null=True, blank=True, on_delete=models.CASCADE, related_name="remarks"
    )
    objective = models.ForeignKey(
        Objective, null=True, blank=True, on_delete=models.CASCADE, related_name="remarks"
    )
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(_("Kind"), max_length=11, choices=RemarkKind.choices, default=RemarkKind.COMMENT)
    text = models.TextField(_("What you say"), blank=True)
    proposed = models.TextField(_("Wording you propose"), blank=True)
    author = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    guest = models.ForeignKey(
        ConsultationInvitation, null=True, blank=True, on_delete=models.PROTECT, related_name="remarks"
    )
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(
        _("What became of it"), max_length=12, choices=RemarkOutcome.choices, blank=True, default=""
    )
    answer = models.TextField(_("Answer"), blank=True)
    answered_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["said_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(author__isnull=True) ^ Q(guest__isnull=True), name="a_remark_has_one_author"
            ),
            models.CheckConstraint(
                condition=Q(about__in=[Element.PLAN, Element.VISION, Element.MISSION])
                | Q(about=Element.VALUE, value__isnull=False)
                | Q(about=Element.PRIORITY, priority__isnull=False)
                | Q(about=Element.OBJECTIVE, objective__isnull=False)
                | Q(about=Element.GOAL, goal__isnull=False),
                name="a_remark_names_what_it_is_about",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[RemarkKind.COMMENT, RemarkKind.OBJECTION]) | ~Q(text=""),
                name="a_comment_or_objection_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.about}"
