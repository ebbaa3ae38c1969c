"""Reviews: somebody looked at a risk, found something, and says when to look again."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from org.models import User
from risks.actions.indicators import escalate
from risks.actions.register import set_state
from risks.enums import RatingKind, ReviewOutcome, RiskState
from risks.models import Risk, RiskReview
from risks.reviewing.cadence import next_review
from risks.validators import check_standing, refuse


@action
def review_risk(
    *,
    by: User | None,
    risk: Risk,
    outcome: str = ReviewOutcome.KEPT,
    note: str = "",
    next_review_on: dt.date | None = None,
) -> RiskReview:
    """Record a review; without a day the next one follows from how grave the risk is.

    *Escalated* and *closed* do what they say, and need a note. Raises Refused, Conflict.
    """
    check_standing(risk)
    today = timezone.localdate()
    faults = []
    if outcome not in ReviewOutcome.values:
        faults.append(Fault(_("Kept, changed, escalated or closed."), field="outcome"))
    if outcome in (ReviewOutcome.ESCALATED, ReviewOutcome.CLOSED) and not note.strip():
        faults.append(Fault(_("Say why."), field="note", code="required"))
    if next_review_on is not None and next_review_on <= today:
        faults.append(Fault(_("A day to come."), field="next_review_on"))
    refuse(faults)
    if outcome == ReviewOutcome.ESCALATED:
        escalate(by=by, risk=risk, reason=note)
    if outcome == ReviewOutcome.CLOSED:
        set_state(by=by, risk=risk, state=RiskState.CLOSED, note=note)
    current = risk.ratings.filter(kind=RatingKind.CURRENT).select_related("matrix").first()
    day = None if outcome == ReviewOutcome.CLOSED else next_review_on or next_review(current, today)
    risk.next_review_on = day
    risk.save(update_fields=["next_review_on"])
    return RiskReview.objects.create(
        risk=risk, reviewed_on=today, outcome=outcome, note=note.strip(), reviewed_by=by, next_review_on=day
    )
