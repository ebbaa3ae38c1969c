"""How far a plan is supported: what each department says, and which objections are open."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from org.enums import Role
from org.models import Department, Membership
from strategy.consultation.waiting import asks
from strategy.enums import ConsultationState, RemarkKind, RemarkOutcome
from strategy.models import ConsultationInvitation, Plan, Remark


class Stance(models.TextChoices):
    """What a department says of a plan, by the word of who heads it."""

    ENDORSES = "endorses", _("Endorses")
    OBJECTS = "objects", _("Objects")
    COMMENTS = "comments", _("Comments only")
    SILENT = "silent", _("No word yet")


@dataclass(frozen=True)
class DepartmentSupport:
    """A department's stance; `word` is the remark that decides it (None: silent)."""

    department: Department
    stance: Stance
    word: Remark | None


@dataclass(frozen=True)
class Support:
    """What was said of a plan in its consultation rounds; what was withdrawn does not count."""

    rounds: int
    departments: tuple[DepartmentSupport, ...]
    asking: int  # remarks that can be answered: all but endorsements without a word
    answered: int
    endorsements: int
    standing: tuple[Remark, ...]  # objections that were neither withdrawn nor taken up

    @property
    def unanswered(self) -> int:
        """Remarks that wait for the office."""
        return self.asking - self.answered

    @property
    def open_objections(self) -> tuple[Remark, ...]:
        """Standing objections that nobody has answered."""
        return tuple(each for each in self.standing if not each.outcome)

    def having(self, stance: str) -> tuple[DepartmentSupport, ...]:
        """The departments that say so."""
        return tuple(each for each in self.departments if each.stance == stance)

    @property
    def endorsing(self) -> tuple[DepartmentSupport, ...]:
        """The departments that endorse the plan."""
        return self.having(Stance.ENDORSES)


def support_of(plan: Plan) -> Support:
    """The support of one plan."""
    return supports_of([plan])[plan.pk]


def supports_of(plans: Sequence[Plan]) -> dict[int, Support]:
    """The support of plans by their ids; four queries, however many there are."""
    said: dict[int, list[Remark]] = defaultdict(list)
    for remark in _counting(plans):
        said[remark.consultation.plan_id].append(remark)
    asked: dict[int, dict[int, Department]] = defaultdict(dict)
    rounds: dict[int, set[int]] = defaultdict(set)
    for plan_id, round_id, department in _asked(plans):
        rounds[plan_id].add(round_id)
        if department is not None:
            asked[plan_id][department.pk] = department
    for plan_id, remarks in said.items():
        rounds[plan_id] |= {each.consultation_id for each in remarks}
        asked[plan_id] |= {each.department.pk: each.department for each in remarks if each.department}
    return {plan.pk: _support(said[plan.pk], asked[plan.pk], len(rounds[plan.pk])) for plan in plans}


def _counting(plans: Sequence[Plan]) -> Iterable[Remark]:
    """What was said and not withdrawn, in the order in which it was said."""
    remarks = Remark.objects.filter(consultation__plan__in=plans, withdrawn_at__isnull=True)
    related = ("consultation", "department", "author", "guest", "value", "priority", "objective", "goal")
    return remarks.select_related(*related).order_by("said_at", "pk")


def _asked(plans: Sequence[Plan]) -> Iterable[tuple[int, int, Department | None]]:
    """Plan, round and department of each invitation: the invited one, or what an invited person heads."""
    invitations = list(
        ConsultationInvitation.objects.filter(consultation__plan__in=plans, revoked_at__isnull=True)
        .exclude(consultation__state=ConsultationState.PREPARED)
        .select_related("department", "consultation")
    )
    headed = _headed_by({each.person_id for each in invitations if each.person_id})
    for each in invitations:
        found = [each.department] if each.department else headed.get(each.person_id or 0, [None])
        for department in found:
            yield each.consultation.plan_id, each.consultation_id, department


def _headed_by(people: set[int]) -> dict[int, list[Department | None]]:
    headed: dict[int, list[Department | None]] = defaultdict(list)
    memberships = Membership.objects.filter(
        user__in=people, role=Role.DEPARTMENT_HEAD, department__isnull=False
    )
    for each in memberships.select_related("department"):
        headed[each.user_id].append(each.department)
    return headed


def _support(remarks: Sequence[Remark], asked: dict[int, Department], rounds: int) -> Support:
    words: dict[int, list[Remark]] = defaultdict(list)
    for each in remarks:
        if each.department_id is not None:
            words[each.department_id].append(each)
    departments = sorted(asked.values(), key=lambda department: department.name)
    return Support(
        rounds=rounds,
        departments=tuple(_stance(each, words[each.pk]) for each in departments),
        asking=sum(map(asks, remarks)),
        answered=sum(asks(each) and bool(each.outcome) for each in remarks),
        endorsements=sum(each.kind == RemarkKind.ENDORSEMENT for each in remarks),
        standing=tuple(each for each in remarks if stands(each)),
    )


def stands(remark: Remark) -> bool:
    """Whether it is an objection that was neither withdrawn nor taken up."""
    return (
        remark.kind == RemarkKind.OBJECTION
        and remark.withdrawn_at is None
        and remark.outcome != RemarkOutcome.TAKEN_UP
    )


def _stance(department: Department, words: Sequence[Remark]) -> DepartmentSupport:
    """What a department says: in the latest round in which it decided an objection outweighs the rest."""
    decided = [each for each in words if stands(each) or each.kind == RemarkKind.ENDORSEMENT]
    if not decided:
        last = words[-1] if words else None
        return DepartmentSupport(department, Stance.COMMENTS if last else Stance.SILENT, last)
    latest = [each for each in decided if each.consultation_id == decided[-1].consultation_id]
    objections = [each for each in latest if stands(each)]
    word = (objections or latest)[-1]
    return DepartmentSupport(department, Stance.OBJECTS if objections else Stance.ENDORSES, word)
