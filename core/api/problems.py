"""Every error of the API as a problem document (RFC 9457, `application/problem+json`)."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

import structlog
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, ValidationError
from django.core.signals import got_request_exception
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.utils.encoding import force_str
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.fields import get_error_detail

from core.errors import Conflict, Fault, Refused

log = structlog.get_logger(__name__)
MEDIA_TYPE = "application/problem+json"


class TooLarge(exceptions.APIException):
    """The body is longer than MAX_BODY_BYTES."""

    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"


class Stale(exceptions.APIException):
    """The object is no longer what the If-Match of the request says."""

    status_code = HTTPStatus.PRECONDITION_FAILED
    default_code = "stale"


class Unprocessable(exceptions.APIException):
    """A request that is well formed and contradicts an earlier one (a key used for another body)."""

    status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    default_code = "key_reused"


class Clash(exceptions.APIException):
    """What is asked for cannot be done in the present state."""

    status_code = HTTPStatus.CONFLICT
    default_code = "conflict"


@dataclass(frozen=True)
class Problem:
    """One error as the client reads it; `errors` names each fault of what was handed in."""

    status: int
    code: str
    detail: str
    faults: Sequence[Fault] = ()

    def as_dict(self) -> dict[str, Any]:
        """The members of the problem document."""
        return {
            "type": f"urn:smo:problem:{self.code.replace('_', '-')}",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "errors": [_error(fault) for fault in self.faults],
            "request_id": structlog.contextvars.get_contextvars().get("request_id", ""),
        }

    def response(self) -> HttpResponse:
        """The answer; always JSON, whatever the client would rather accept."""
        return HttpResponse(json.dumps(self.as_dict()), status=self.status, content_type=MEDIA_TYPE)


def _error(fault: Fault) -> dict[str, Any]:
    row = asdict(fault)
    row["detail"] = row.pop("message")
    return {name: row[name] for name in ("index", "line", "field", "code", "detail") if row[name] is not None}


def faults_in(detail: Any, index: int | None = None, field: str = "") -> Iterator[Fault]:
    """The faults of a REST framework error detail: nested fields as `a.b`, rows of an array by index."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            here = "" if name == "non_field_errors" else str(name)
            yield from faults_in(inner, index, ".".join(part for part in (field, here) if part))
    elif isinstance(detail, list | tuple):
        for number, inner in enumerate(detail):
            nested = isinstance(inner, dict | list) and index is None and not field
            yield from faults_in(inner, number if nested else index, field)
    else:
        yield Fault(
            force_str(detail), index=index, field=field, code=str(getattr(detail, "code", "") or "invalid")
        )


def faults_of(error: Exception, index: int | None = None) -> list[Fault]:
    """What an error of one row says, as faults of the row `index`."""
    if isinstance(error, Refused):
        return [
            Fault(f.message, f.line, f.index if index is None else index, f.field, f.code)
            for f in error.faults
        ]
    if isinstance(error, ValidationError):
        return list(faults_in(get_error_detail(error), index))
    if isinstance(error, exceptions.APIException):
        return list(faults_in(error.detail, index))
    return [Fault(str(error), index=index, code="conflict" if isinstance(error, Conflict) else "invalid")]


def _invalid(error: Exception) -> Problem:
    faults = faults_of(error)
    detail = faults[0].message if len(faults) == 1 else _("%(count)d faults.") % {"count": len(faults)}
    # Rows of an array against which nothing speaks but the present state.
    if getattr(error, "conflicts", False):
        return Problem(409, "conflict", detail, faults)
    return Problem(400, "invalid", detail, faults)


def problem_of(error: Exception) -> Problem | None:
    """The problem that an error is for the client; None for a fault of our own."""
    match error:
        case exceptions.ValidationError() | ValidationError() | Refused():
            return _invalid(error)
        case exceptions.APIException():
            return Problem(error.status_code, str(error.default_code), force_str(error.detail))
        case Conflict():
            return Problem(409, "conflict", str(error))
        case ProtectedError():
            return Problem(409, "in_use", _("Others refer to this, so it stays."))
        case IntegrityError():
            return Problem(409, "conflict", _("This contradicts what is stored, perhaps since a moment ago."))
        case Http404():
            return Problem(404, "not_found", _("There is nothing here that you may see."))
        case PermissionDenied():
            return Problem(403, "permission_denied", _("You may not do this."))
        case RequestDataTooBig():
            return Problem(413, "too_large", _("The body is too long."))
        case UnreadablePostError() | BadRequest():
            return Problem(400, "parse_error", _("The body cannot be read."))
    return None


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse:
    """REST framework's exception handler; a fault of our own is logged, and says nothing of its inside."""
    problem = problem_of(error)
    if problem is None:
        request: HttpRequest = context["request"]._request
        log.exception("api_failed", path=request.path)
        # Django's own signal, so that error reports and tests see what happened.
        got_request_exception.send(sender=type(context["view"]), request=request)
        problem = Problem(500, "server_error", _("Something failed on our side; the request id finds it."))
    response = problem.response()
    if header := getattr(error, "auth_header", None):
        response["WWW-Authenticate"] = header
    if (wait := getattr(error, "wait", None)) is not None:
        response["Retry-After"] = str(max(1, math.ceil(wait)))
    return response
