"""The updates that are due from the reader, to be done one after another."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.web import authorise
from initiatives.status.presenting import duty_rows
from initiatives.status.queue import queue_of
from initiatives.views.seen import VIEW


@require_safe
def updates_due(request: HttpRequest) -> HttpResponseBase:
    """What is due from me, then what is due from others in the departments that I head."""
    authorise(request.user, VIEW)
    today = timezone.localdate()
    own, others = queue_of(request.user, today)
    first = next(iter((*own, *others)), None)
    context = {
        "title": _("Status updates due"),
        "own": duty_rows(own, today),
        "others": duty_rows(others, today),
        "first": first.initiative if first else None,
    }
    return render(request, "initiatives/status/due.html", context)
