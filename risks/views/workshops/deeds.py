"""What the buttons of a workshop's page do, and who may press them."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from org.models import User
from risks.actions import workshops as actions
from risks.enums import WorkshopState
from risks.models import ProposedRisk, Workshop
from risks.workshops.visible import visible_proposed

Sent = Mapping[str, str]
Act = Callable[[User, Workshop, Sent], object]


def _number(text: str) -> int:
    """A number as a form sends it; 0 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _one(by: User, workshop: Workshop, sent: Sent, name: str = "proposed") -> ProposedRisk:
    found = visible_proposed(by).filter(workshop=workshop, pk=_number(sent.get(name, ""))).first()
    if found is None:
        raise Conflict(_("It is not there any more."))
    return found


def _rate(by: User, workshop: Workshop, sent: Sent) -> object:
    """Fields `likelihood-<id>`, `impact-<id>`, `note-<id>`; both levels or neither."""
    given = {}
    for each in visible_proposed(by).filter(workshop=workshop, merged_into=None):
        levels = [_number(sent.get(f"{name}-{each.pk}", "")) for name in ("likelihood", "impact")]
        if all(levels):
            given[each.pk] = (levels[0], levels[1], sent.get(f"note-{each.pk}", ""))
        elif any(levels):
            words = _("“%(title)s” needs both a likelihood and an impact.")
            raise Refused([Fault(words % {"title": each.title})])
    actions.give_workshop_ratings(by=by, workshop=workshop, ratings=given)
    return actions.say_through(by=by, workshop=workshop) if "through" in sent else None


def _close(by: User, workshop: Workshop, sent: Sent) -> object:
    """Fields `take-<id>` with `code-<id>`."""
    found = visible_proposed(by).filter(workshop=workshop, merged_into=None)
    take = {each.pk: sent.get(f"code-{each.pk}", "") for each in found if f"take-{each.pk}" in sent}
    return actions.close_workshop(by=by, workshop=workshop, take=take)


def _agree(by: User, workshop: Workshop, sent: Sent) -> object:
    return actions.agree_on(
        by=by,
        proposed=_one(by, workshop, sent),
        likelihood=_number(sent.get("likelihood", "")),
        impact=_number(sent.get("impact", "")),
    )


def _merge(by: User, workshop: Workshop, sent: Sent) -> object:
    into = _one(by, workshop, sent, "into")
    return actions.merge_proposed(by=by, into=into, proposed=_one(by, workshop, sent))


def _moves(state: WorkshopState) -> Act:
    return lambda by, workshop, sent: actions.move_workshop(by=by, workshop=workshop, state=state)


_TAKE_PART, _LEAD = "risks.take_part", "risks.lead_workshop"
DEEDS: dict[str, tuple[str, Act]] = {
    "take_back": (_TAKE_PART, lambda by, shop, sent: actions.take_back(by=by, proposed=_one(by, shop, sent))),
    "through": (_TAKE_PART, lambda by, shop, sent: actions.say_through(by=by, workshop=shop)),
    "not_through": (_TAKE_PART, lambda by, shop, sent: actions.say_through(by=by, workshop=shop, done=False)),
    "rate": (_TAKE_PART, _rate),
    "back": (_LEAD, _moves(WorkshopState.PROPOSING)),
    "share": (_LEAD, _moves(WorkshopState.RATING)),
    "together": (_LEAD, _moves(WorkshopState.TOGETHER)),
    "merge": (_LEAD, _merge),
    "split": (_LEAD, lambda by, shop, sent: actions.split_proposed(by=by, proposed=_one(by, shop, sent))),
    "agree": (_LEAD, _agree),
    "close": (_LEAD, _close),
}
