"""What a workshop agreed on goes into the register: new risks, and new ratings of known ones."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from risks.actions.rating import rate_risk
from risks.actions.register import create_risk
from risks.enums import WorkshopState
from risks.models import ProposedRisk, Risk, Workshop
from risks.validators import refuse


@action
def close_workshop(*, by: User | None, workshop: Workshop, take: Mapping[int, str]) -> list[Risk]:
    """Close it; `take`: what goes into the register, by id, with the code that a new risk gets.

    Everything else is dropped: it stays in the workshop and nowhere else. Raises Refused, Conflict.
    """
    locked = Workshop.objects.select_for_update(of=("self",)).select_related("matrix").get(pk=workshop.pk)
    if locked.state != WorkshopState.TOGETHER:
        words = _("“%(name)s” is “%(state)s”; it is closed once all have looked at it together.")
        raise Conflict(words % {"name": locked.name, "state": locked.get_state_display()})
    if not locked.matrix.is_current and take:
        raise Conflict(
            _("The matrix of this workshop is in use no longer: its ratings cannot be taken over.")
        )
    taken = list(locked.proposed.filter(pk__in=take, merged_into=None).select_related("risk"))
    refuse(_check_agreed(taken, take))
    risks = [_stored(by, locked, each, take[each.pk]) for each in taken]
    locked.state = workshop.state = WorkshopState.CLOSED
    locked.save(update_fields=["state"])
    return risks


def _check_agreed(taken: list[ProposedRisk], take: Mapping[int, str]) -> Iterator[Fault]:
    if len(taken) < len(take):
        yield Fault(_("Some of these do not stand for themselves."), field="take")
    for each in taken:
        if each.likelihood is None or each.impact is None:
            words = _("Agree on the levels of “%(title)s” first.")
            yield Fault(words % {"title": each.title}, field="take", code="unrated")


def _stored(by: User | None, workshop: Workshop, proposed: ProposedRisk, code: str) -> Risk:
    risk = proposed.risk
    if risk is None:
        risk = create_risk(
            by=by,
            code=code.strip(),
            title=proposed.title,
            kind=proposed.kind,
            cause=proposed.cause,
            event=proposed.event,
            consequence=proposed.consequence,
            department=workshop.department,
        )
        proposed.risk = risk
        proposed.save(update_fields=["risk"])
    assert proposed.likelihood is not None
    assert proposed.impact is not None
    rate_risk(
        by=by,
        risk=risk,
        likelihood=proposed.likelihood,
        impact=proposed.impact,
        rationale=_("Workshop “%(name)s”") % {"name": workshop.name},
    )
    return risk
