"""Running a report: freeze the numbers, claim the sending, send.

A slot (the scheduled hour, or one made by hand) has one run: two clocks, a retry or a restart make no
second. The sending is claimed before it is done, so nobody sends twice; where the server's answer is lost the
outcome is *unknown*, and a person decides.
"""

import datetime as dt
import hashlib
import json
import smtplib
from email.utils import make_msgid
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from comms.enums import DeliveryState, PeriodRule
from comms.models import ReportDefinition, ReportRun
from comms.rendering import Rendered, render
from core.actions import action
from core.errors import Refused
from kpis.engine.frequency import Frequency, Period
from kpis.engine.periods import Calendar
from kpis.queries import calendar as fiscal_calendar
from kpis.wording import last_ended, period_text
from org.models import User
from org.queries import root_department
from strategy.goals.assessing import assessments_of
from strategy.queries import visible_plans
from strategy.scoring import as_data, read_scorecard

_FREQUENCY = {
    PeriodRule.LAST_MONTH: Frequency.MONTH,
    PeriodRule.LAST_QUARTER: Frequency.QUARTER,
    PeriodRule.LAST_YEAR: Frequency.YEAR,
}


def run_report(definition: ReportDefinition, slot: str, *, by: User | None = None) -> ReportRun:
    """Freeze the report for a slot, once, and send it; a second call for the slot sends nothing again."""
    run = ReportRun.objects.filter(definition=definition, slot=slot).first()
    if run is None:
        run = freeze(by=by, definition=definition, slot=slot)
    return send(run)


def preview(definition: ReportDefinition) -> Rendered:
    """What the report would say if it ran now; nothing is stored."""
    return _render(definition, _numbers(definition), _last_numbers(definition))


@action
def freeze(*, by: User | None, definition: ReportDefinition, slot: str) -> ReportRun:
    """Keep the report's numbers and both bodies as of now; at most one run a slot, whoever comes first."""
    numbers = _numbers(definition)
    rendered = _render(definition, numbers, _last_numbers(definition))
    run, _created = ReportRun.objects.get_or_create(
        definition=definition,
        slot=slot,
        defaults={
            "period": numbers["period"],
            "as_of": timezone.now(),
            "numbers": numbers,
            "digest": digest(numbers),
            "subject": rendered.subject,
            "html": rendered.html,
            "text": rendered.text,
            "recipients": _recipients(definition),
        },
    )
    return run


def digest(numbers: dict[str, Any]) -> str:
    """SHA-256 of the frozen numbers in canonical form: proof that a report was not changed afterwards."""
    return hashlib.sha256(json.dumps(numbers, sort_keys=True).encode()).hexdigest()


def _numbers(definition: ReportDefinition) -> dict[str, Any]:
    """The scorecard for the report's department and period, as plain JSON."""
    department = definition.department or root_department()
    if department is None:
        raise Refused(_("There are no departments yet."))
    calendar = fiscal_calendar()
    period = period_of(definition, calendar, timezone.localdate())
    card = read_scorecard(definition.plan, department, period)
    data = as_data(card, assessments_of(card))
    data |= {"department_name": department.name, "period_text": period_text(period, calendar)}
    plain: dict[str, Any] = json.loads(json.dumps(data, cls=DjangoJSONEncoder))
    return plain


def period_of(definition: ReportDefinition, calendar: Calendar, today: dt.date) -> Period:
    """The period that the report's rule names on a day."""
    return last_ended(calendar, _FREQUENCY[PeriodRule(definition.period_rule)], today)


def _last_numbers(definition: ReportDefinition) -> dict[str, Any] | None:
    newest = definition.runs.order_by("-created_at").values_list("numbers", flat=True).first()
    return newest if newest else None


def _render(definition: ReportDefinition, numbers: dict[str, Any], before: dict[str, Any] | None) -> Rendered:
    where = f"?plan={definition.plan.code}&department={numbers['department']}&period={numbers['period']}"
    return render(definition.name, numbers, before, settings.BASE_URL + reverse("scorecard") + where)


def _recipients(definition: ReportDefinition) -> list[str]:
    """Addresses of those who may sign in and may see the plan, each once."""
    people = definition.recipients.filter(is_active=True)
    may_see = [
        each
        for each in people
        if each.may_sign_in and visible_plans(each).filter(pk=definition.plan_id).exists()
    ]
    return sorted({each.email.lower() for each in may_see})


def send(run: ReportRun) -> ReportRun:
    """Send a frozen run, if nobody has claimed it yet; returns it as it stands afterwards."""
    if _claim(run):
        deliveries = _deliver(run)
        _finish(run, deliveries)
    run.refresh_from_db()
    return run


def _claim(run: ReportRun) -> bool:
    """Take the right to send: one statement, so one of many gets it."""
    taken = ReportRun.objects.filter(pk=run.pk, state=DeliveryState.FROZEN).update(
        state=DeliveryState.CLAIMED, claimed_at=timezone.now()
    )
    return taken == 1


def _deliver(run: ReportRun) -> dict[str, str]:
    """Hand the mail over for each address: "sent", "unknown" where the answer was lost, else why not."""
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        return dict.fromkeys(run.recipients, _("The mail server was not reached: %(why)s") % {"why": error})
    try:
        return {address: _hand_over(run, address, connection) for address in run.recipients}
    finally:
        _close(connection)


def _close(connection: Any) -> None:
    """End the conversation; a server that has gone away already has nothing more to say."""
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        connection.connection = None


def _hand_over(run: ReportRun, address: str, connection: Any) -> str:
    message = EmailMultiAlternatives(
        subject=run.subject,
        body=run.text,
        to=[address],
        connection=connection,
        headers={
            "Message-ID": make_msgid(f"report-{run.pk}"),
            "List-Id": f"report-{run.definition_id}.smo",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(run.html, "text/html")
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        return _("Refused: %(why)s") % {"why": error}
    except (smtplib.SMTPServerDisconnected, OSError):
        return DeliveryState.UNKNOWN.value
    return DeliveryState.SENT.value


def _finish(run: ReportRun, deliveries: dict[str, str]) -> None:
    """Note what became of the run: failed where an address was refused, unknown where an answer was lost."""
    outcomes = set(deliveries.values())
    refused = [f"{address}: {why}" for address, why in deliveries.items() if why not in _KNOWN]
    state = DeliveryState.SENT
    if refused or not deliveries:
        state = DeliveryState.FAILED
    elif DeliveryState.UNKNOWN in outcomes:
        state = DeliveryState.UNKNOWN
    with transaction.atomic():
        ReportRun.objects.filter(pk=run.pk).update(
            state=state,
            deliveries=deliveries,
            error="\n".join(refused) or ("" if deliveries else _("There is nobody to send it to.")),
            sent_at=timezone.now() if state == DeliveryState.SENT else None,
        )


_KNOWN = {DeliveryState.SENT.value, DeliveryState.UNKNOWN.value}
