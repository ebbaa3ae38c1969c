"""`Idempotency-Key` on a POST: repeated within a day, it gets the first answer and nothing happens twice."""

import hashlib
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from core.api.problems import Clash, Unprocessable
from core.api.throttling import caller_key
from core.models import IdempotentAnswer

KEPT = timedelta(hours=24)
# A request that has not answered by now has died with its process: its key may be used again.
GIVEN_UP = timedelta(minutes=10)


class Replayed(Exception):
    """Not an error: the first answer, given again."""

    def __init__(self, answer: IdempotentAnswer) -> None:
        self.response = HttpResponse(
            bytes(answer.body), status=answer.status, content_type=answer.content_type
        )
        self.response["Idempotent-Replayed"] = "true"
        super().__init__(answer.key)


def claim(request: Request) -> IdempotentAnswer | None:
    """Take the request's key for this body; raises Replayed where it was answered already.

    Raises Unprocessable (422) for a key used with another body or path, Clash (409) while the first
    request still runs.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return None
    if not 1 <= len(key) <= 255:
        raise ValidationError({"Idempotency-Key": _("From 1 to 255 characters.")})
    caller, digest = caller_key(request), hashlib.sha256(request._request.body).hexdigest()
    kept = IdempotentAnswer.objects.filter(caller=caller, key=key)
    now = timezone.now()
    kept.filter(created_at__lt=now - KEPT).delete()
    kept.filter(status__isnull=True, created_at__lt=now - GIVEN_UP).delete()
    try:
        with transaction.atomic():
            return IdempotentAnswer.objects.create(
                caller=caller, key=key, path=request.get_full_path()[:500], request_digest=digest
            )
    except IntegrityError:
        first = kept.first()
    if first is None:
        raise Clash(_("The first request with this Idempotency-Key has just failed: repeat it."))
    if (first.path, first.request_digest) != (request.get_full_path()[:500], digest):
        raise Unprocessable(_("This Idempotency-Key was used for another request."))
    if first.status is None:
        raise Clash(_("The first request with this Idempotency-Key is still running."))
    raise Replayed(first)


def keep(answer: IdempotentAnswer, response: HttpResponse) -> None:
    """Keep the answer for repetitions; after a fault of ours the key is free again."""
    if response.status_code >= 500:
        answer.delete()
        return
    answer.status, answer.body = response.status_code, response.content
    answer.content_type = response.get("Content-Type", "")
    answer.save(update_fields=["status", "body", "content_type"])
