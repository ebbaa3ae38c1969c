"""What becomes of initiatives that look alike: they are told apart, kept in step, or made one."""

from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from initiatives.actions.merging import MOVES
from initiatives.enums import Confidentiality, GateOutcome, Verdict
from initiatives.models import Initiative, InitiativeDepartment, OverlapVerdict
from initiatives.validators import check_standing
from org.models import User


@action
def judge_overlap(
    *, by: User | None, first: Initiative, second: Initiative, verdict: str, note: str = ""
) -> OverlapVerdict:
    """Say that two initiatives are different, or related; raises Refused, or Conflict of merged ones."""
    if verdict not in (Verdict.DIFFERENT, Verdict.RELATED):
        words = _("Two are different or related; to make them one, merge them.")
        raise Refused([Fault(words, field="verdict")])
    return _found(by, first, second, verdict, note)


@action
def merge_initiatives(
    *,
    by: User | None,
    keep: Initiative,
    other: Initiative,
    moves: Collection[str] = MOVES,
    note: str = "",
) -> OverlapVerdict:
    """Make two initiatives one: what `moves` names (of `Move`) goes over, the other one is put aside.

    Objectives and departments of the other are added to those of `keep`. What does not go over, its status
    updates, baselines and gate decisions stay with the archived one. Raises Refused, Conflict.
    """
    unknown = set(moves) - set(MOVES)
    if unknown:
        raise Refused([Fault(_("Unknown: %(names)s.") % {"names": ", ".join(unknown)}, field="moves")])
    for each in Initiative.objects.select_for_update().filter(pk__in=(keep.pk, other.pk)):
        check_standing(each)
    _check_mergeable(keep, other)
    _serve_together(keep, other)
    for name in MOVES:
        if name in moves:
            MOVES[name](keep, other)
    other.merged.update(merged_into=keep)
    other.merged_into, other.archived_on = keep, timezone.localdate()
    other.save(update_fields=["merged_into", "archived_on"])
    return _found(by, keep, other, Verdict.MERGED, note)


def _check_mergeable(keep: Initiative, other: Initiative) -> None:
    if keep.pk == other.pk:
        raise Refused(_("An initiative cannot be merged into itself."))
    if other.gates.filter(outcome=GateOutcome.WAITING).exists():
        words = _("“%(name)s” waits at a gate: decide or withdraw that first.")
        raise Conflict(words % {"name": other.name})
    hidden = other.confidentiality == Confidentiality.RESTRICTED
    if hidden and keep.confidentiality != Confidentiality.RESTRICTED:
        words = _("“%(other)s” is restricted and “%(keep)s” is not: what is merged would be seen by all.")
        raise Conflict(words % {"other": other.name, "keep": keep.name})


def _serve_together(keep: Initiative, other: Initiative) -> None:
    """The objectives of both with the stronger contribution, the departments of both."""
    served = {each.objective_id: each for each in keep.contributions.all()}
    for each in other.contributions.all():
        own = served.get(each.objective_id)
        if own is None:
            keep.contributions.create(objective=each.objective, strength=each.strength, note=each.note)
        elif own.strength < each.strength:
            own.strength = each.strength
            own.save(update_fields=["strength"])
    there = {keep.department_id, *keep.taking_part.values_list("department", flat=True)}
    rows = [(each.department_id, each.part) for each in other.taking_part.all()]
    for department, part in [(other.department_id, ""), *rows]:
        if department is not None and department not in there:
            InitiativeDepartment.objects.create(initiative=keep, department_id=department, part=part)
            there.add(department)


def _found(by: User | None, one: Initiative, other: Initiative, verdict: str, note: str) -> OverlapVerdict:
    if one.pk == other.pk:
        raise Refused(_("An initiative is always like itself."))
    first, second = sorted((one, other), key=lambda each: each.pk)
    row = OverlapVerdict.objects.filter(first=first, second=second).first()
    row = row or OverlapVerdict(first=first, second=second)
    if row.verdict == Verdict.MERGED:
        raise Conflict(_("They were merged already."))
    row.verdict, row.note, row.judged_by = verdict, note.strip(), by
    row.save()
    return row
