"""Events of the history: which ones a request asks for, and what each of them says, as data."""

import datetime as dt
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from core.api.lookup import found
from core.changes.hiding import told_to
from core.changes.kinds import kept_fields, tracked_kinds
from org.models import User

CODES = ("code", "email")
DEEDS = {"insert": "added", "update": "changed", "delete": "removed"}


def asked(kind: str, request: Request) -> QuerySet:
    """The events that the request asks for, each with the id of the one before it."""
    model = tracked_kinds()[kind]
    earlier = model.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    newest = Subquery(earlier.order_by("-pgh_id").values("pgh_id")[:1])
    events = model.objects.select_related("pgh_context").annotate(earlier_id=newest).order_by("-pgh_id")
    if reference := request.query_params.get("object"):
        events = events.filter(pgh_obj_id=_object_id(model, reference))
    if reference := request.query_params.get("user"):
        user = found(User.objects.all(), "email__iexact", reference)
        if user is None:
            raise ValidationError({"user": _("There is no %(value)s.") % {"value": repr(reference)}})
        events = events.filter(pgh_context__metadata__user=user.pk)
    if text := request.query_params.get("at__gte"):
        events = events.filter(pgh_created_at__gte=_moment("at__gte", text, dt.time.min))
    if text := request.query_params.get("at__lte"):
        events = events.filter(pgh_created_at__lte=_moment("at__lte", text, dt.time.max))
    return told_to(request.user, kind, events)


def _object_id(event_model: Any, reference: str) -> int:
    """The id of an object named by code or id, also of one that was removed."""
    tracked = event_model.pgh_tracked_model
    code = next((name for name in CODES if name in {field.name for field in tracked._meta.fields}), "")
    match = found(tracked._base_manager.all(), code, reference)
    if match is not None:
        return int(match.pk)
    removed = event_model.objects.filter(pgh_label="delete").order_by("-pgh_id")
    if code:
        gone = removed.filter(**{code: reference}).values_list("pgh_obj_id", flat=True).first()
        if gone is not None:
            return int(gone)
    if reference.isascii() and reference.isdigit() and len(reference) < 19:
        return int(reference)
    raise ValidationError({"object": _("There is no %(value)s.") % {"value": repr(reference)}})


def _moment(name: str, text: str, clock: dt.time) -> dt.datetime:
    """A day (its first or last moment) or a moment, in the installation's time zone where none is named."""
    try:
        day = parse_date(text)
        moment = dt.datetime.combine(day, clock) if day is not None else parse_datetime(text)
    except ValueError:
        moment = None
    if moment is None:
        raise ValidationError({name: _("A day or a moment: 2026-03-14, 2026-03-14T09:30:00Z.")})
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=get_current_timezone())


def told(kind: str, events: list[Any]) -> list[dict[str, Any]]:
    """The events as data; who did them and what stood before is read in one query each."""
    model = tracked_kinds()[kind]
    earlier = model.objects.in_bulk([event.earlier_id for event in events if event.earlier_id is not None])
    contexts = [event.pgh_context.metadata if event.pgh_context else {} for event in events]
    emails = dict(
        User.objects.filter(pk__in={context.get("user") for context in contexts} - {None}).values_list(
            "pk", "email"
        )
    )
    return [
        {
            "id": event.pgh_id,
            "kind": kind,
            "object": event.pgh_obj_id,
            "deed": DEEDS.get(event.pgh_label, event.pgh_label),
            "at": event.pgh_created_at,
            "user": emails.get(context.get("user")),
            "action": context.get("action") or "",
            "changes": _differences(event, earlier.get(event.earlier_id)),
        }
        for event, context in zip(events, contexts, strict=True)
    ]


def _differences(event: Any, earlier: Any) -> list[dict[str, Any]]:
    if event.pgh_label == "delete":
        return []
    pairs = [
        (field, getattr(earlier, field.attname, None), getattr(event, field.attname))
        for field in kept_fields(type(event))
    ]
    return [
        {"field": field.name, "before": _plain(before), "after": _plain(after)}
        for field, before, after in pairs
        if before != after
    ]


def _plain(value: Any) -> Any:
    """The value as JSON has it; ranges and the like as text."""
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)
