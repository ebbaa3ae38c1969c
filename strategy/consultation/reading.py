"""A round as somebody reads it: the plan passage by passage, with the remarks they may see at each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from strategy.consultation.document import Passage, document, key_of, name_of
from strategy.consultation.waiting import waits
from strategy.enums import ConsultationState
from strategy.models import Consultation, Remark


@dataclass(frozen=True)
class Reader:
    """Who reads: a person or a guest by id; whether they may say something now, and answer others."""

    user_id: int | None = None
    guest_id: int | None = None
    may_say: bool = False
    may_answer: bool = False

    def wrote(self, remark: Remark) -> bool:
        """Whether a remark is their own."""
        if self.guest_id is not None:
            return remark.guest_id == self.guest_id
        return self.user_id is not None and remark.author_id == self.user_id


@dataclass(frozen=True)
class RemarkLine:
    """A remark with what the reader may do with it."""

    remark: Remark
    is_own: bool
    may_change: bool
    may_withdraw: bool
    may_answer: bool


@dataclass(frozen=True)
class Said:
    """A passage and what was said of it."""

    passage: Passage
    lines: tuple[RemarkLine, ...]
    may_say: bool

    @property
    def open_count(self) -> int:
        """Remarks that wait for an answer."""
        return sum(waits(each.remark) for each in self.lines)


RELATED = ("author", "guest", "department", "answered_by", "value", "priority", "objective", "goal")


def remarks_for(consultation: Consultation, reader: Reader, everyones: bool) -> list[Remark]:
    """Remarks of a round: the reader's own, or everyone's."""
    remarks = consultation.remarks.select_related(*RELATED)
    if everyones:
        return list(remarks)
    if reader.guest_id is not None:
        return list(remarks.filter(guest=reader.guest_id))
    return list(remarks.filter(author=reader.user_id))


def read(consultation: Consultation, remarks: Sequence[Remark], reader: Reader) -> list[Said]:
    """The whole document with these remarks; what the plan says no longer comes last."""
    at: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        at[key_of(remark)].append(remark)
    is_open = consultation.state == ConsultationState.OPEN
    passages = document(consultation.plan)
    known = {each.key for each in passages}
    gone = [_gone(at[key][0], key) for key in at if key not in known]
    return [
        Said(each, tuple(_line(one, reader, is_open) for one in at[each.key]), reader.may_say)
        for each in passages
    ] + [Said(each, tuple(_line(one, reader, is_open) for one in at[each.key]), False) for each in gone]


def _gone(remark: Remark, key: str) -> Passage:
    return Passage(key, remark.about, name_of(remark), _("The plan says this no longer."))


def _line(remark: Remark, reader: Reader, is_open: bool) -> RemarkLine:
    own, stands = reader.wrote(remark), remark.withdrawn_at is None
    return RemarkLine(
        remark=remark,
        is_own=own,
        may_change=own and stands and is_open and not remark.outcome,
        may_withdraw=own and stands and (is_open or reader.guest_id is None),
        may_answer=reader.may_answer and stands,
    )


def only_open(said: Sequence[Said]) -> list[Said]:
    """The passages at which a remark waits for an answer, with those remarks alone."""
    found = []
    for each in said:
        lines = tuple(one for one in each.lines if waits(one.remark))
        if lines:
            found.append(Said(each.passage, lines, False))
    return found
