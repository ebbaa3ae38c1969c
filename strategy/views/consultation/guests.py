"""What guests from outside see: one round, by a link of their own, and nothing else of the house.

The link leads here with its secret and on to an address without it: what stands in histories, logs of posts
and referrers lets nobody in. From then on the session knows the guest; whether the invitation still works is
asked anew each time.
"""

import math
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from core.errors import Conflict
from strategy.actions.consultation import change_remark, say, withdraw_remark
from strategy.actions.consultation.links import note_visit
from strategy.consultation.document import key_of
from strategy.consultation.guests import digest_of, invitation_behind, works
from strategy.consultation.reading import Reader, read, remarks_for
from strategy.consultation.throttling import wait_to_try, wait_to_write
from strategy.forms.consultation import RemarkForm
from strategy.models import Consultation, ConsultationInvitation, Remark
from strategy.views.consultation.remarks import answer_with, passage_of
from strategy.views.editing import posted, words_of

KEY = "guest"
LAYOUT = "strategy/consultation/guest_base.html"
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
View = Callable[..., HttpResponseBase]


def for_strangers(view: View) -> View:
    """What an answer to somebody who has not signed in carries: it is kept nowhere and found by no search."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers["Content-Security-Policy"] = POLICY
        return response

    return answered


@for_strangers
@require_safe
def guest_link(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The address in a guest's mail: leads on to the round, or says kindly that it does not."""
    wait = wait_to_try(request)
    if wait is not None:
        return _trouble(request, 429, wait)
    invitation = invitation_behind(digest_of(secret))
    if invitation is None or not works(invitation):
        return _trouble(request, 404 if invitation is None else 410)
    request.session[KEY] = invitation.digest
    response = redirect("guest_consultation")
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@for_strangers
@require_http_methods(["GET", "HEAD", "POST"])
def guest_consultation(request: HttpRequest) -> HttpResponseBase:
    """The round: the document with the guest's own remarks.

    `?about=` says something of a passage, `?remark=` changes and `?withdraw=` takes back what they said.
    """
    guest = invitation_behind(request.session.get(KEY, ""))
    if guest is None or not works(guest):
        return _trouble(request, 404 if guest is None else 410)
    note_visit(guest)
    if request.method == "POST":
        wait = wait_to_write(request, guest)
        if wait is not None:
            return _trouble(request, 429, wait)
    if "about" in request.GET:
        return _say(request, guest, request.GET["about"])
    if "remark" in request.GET:
        return _change(request, guest, _own(guest, request.GET["remark"]))
    if "withdraw" in request.GET and request.method == "POST":
        return _withdraw(guest, _own(guest, request.GET["withdraw"]))
    return _round(request, guest)


def _round(request: HttpRequest, guest: ConsultationInvitation) -> HttpResponse:
    consultation, reader = guest.consultation, _reader(guest)
    remarks = remarks_for(consultation, reader, everyones=False)
    context = {
        **_around(guest),
        "said": read(consultation, remarks, reader),
        "said_count": sum(each.withdrawn_at is None for each in remarks),
    }
    return render(request, "strategy/consultation/guest.html", context)


def _say(request: HttpRequest, guest: ConsultationInvitation, key: str) -> HttpResponseBase:
    consultation, initial = guest.consultation, {"kind": request.GET.get("kind", "comment")}
    return _with_form(
        request,
        guest,
        RemarkForm(posted(request), initial=initial, key=key.replace(":", "-")),
        lambda data: say(by=None, consultation=consultation, guest=guest, about=key, **data),
        key,
    )


def _change(request: HttpRequest, guest: ConsultationInvitation, remark: Remark) -> HttpResponseBase:
    initial = words_of(remark, "kind", "text", "proposed")
    return _with_form(
        request,
        guest,
        RemarkForm(posted(request), initial=initial, key=f"r{remark.pk}"),
        lambda data: change_remark(by=None, remark=remark, guest=guest, **data),
        key_of(remark),
    )


def _with_form(
    request: HttpRequest,
    guest: ConsultationInvitation,
    form: RemarkForm,
    act: Callable[[dict[str, Any]], Remark],
    key: str,
) -> HttpResponseBase:
    consultation, reader = guest.consultation, _reader(guest)
    return answer_with(
        request,
        form,
        act,
        passage=lambda: passage_of(consultation, reader, key, everyones=False),
        back_url=reverse("guest_consultation"),
        base=LAYOUT,
        around=_around(guest),
    )


def _withdraw(guest: ConsultationInvitation, remark: Remark) -> HttpResponseBase:
    with suppress(Conflict):  # pressed twice, it is withdrawn already
        withdraw_remark(by=None, remark=remark, guest=guest)
    return redirect("guest_consultation")


def _around(guest: ConsultationInvitation) -> dict[str, Any]:
    consultation: Consultation = guest.consultation
    return {"consultation": consultation, "plan": consultation.plan, "guest": guest}


def _reader(guest: ConsultationInvitation) -> Reader:
    return Reader(guest_id=guest.pk, may_say=True)


def _own(guest: ConsultationInvitation, number: str) -> Remark:
    wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0
    own = Remark.objects.filter(guest=guest)
    return get_object_or_404(own.select_related("consultation__plan"), pk=wanted)


def _trouble(request: HttpRequest, status: int, wait: float | None = None) -> HttpResponse:
    """A page that says that the link leads nowhere (any more), and not why."""
    response = render(request, "strategy/consultation/guest_trouble.html", {"status": status}, status=status)
    if wait is not None:
        response.headers["Retry-After"] = str(math.ceil(wait))
    return response
