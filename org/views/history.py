"""Who changed what when."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.changes import Change, Place, changes_of, kind_name, latest_changes, tracked_kinds
from core.web import authorise
from org.models import User

PAGE = 50


@dataclass(frozen=True)
class Entry:
    """A change with the person who made it (None: the system)."""

    change: Change
    user: User | None


def _entries(changes: list[Change]) -> list[Entry]:
    users = User.objects.in_bulk({change.user_pk for change in changes if change.user_pk is not None})
    return [Entry(change, users.get(change.user_pk or 0)) for change in changes]


@require_safe
def history(request: HttpRequest) -> HttpResponseBase:
    """The latest changes of everything; by kind, by person, older ones by `before`."""
    authorise(request.user, "org.view_history")
    kind, person = request.GET.get("kind", ""), request.GET.get("person", "")
    if kind and kind not in tracked_kinds():
        raise Http404
    changes = latest_changes(
        kind=kind,
        user_pk=int(person) if person.isdecimal() else None,
        before=Place.read(request.GET.get("before", "")),
        limit=PAGE,
        reader=request.user,
    )
    context: dict[str, Any] = {
        "entries": _entries(changes),
        "kinds": sorted(((each, kind_name(each)) for each in tracked_kinds()), key=lambda pair: pair[1]),
        "people": User.objects.order_by("name"),
        "asked": {"kind": kind, "person": person},
        "older": str(changes[-1].place) if len(changes) == PAGE else "",
    }
    return render(request, "org/history.html", context)


@require_safe
def object_history(request: HttpRequest, kind: str, pk: int) -> HttpResponseBase:
    """Everything that happened to one object."""
    authorise(request.user, "org.view_history")
    if kind not in tracked_kinds():
        raise Http404
    changes = changes_of(kind, pk, reader=request.user)
    if not changes:
        raise Http404
    own = [each for each in changes if each.kind == kind] or changes
    context = {
        "entries": _entries(changes),
        "kind_name": kind_name(kind),
        "title": own[0].title,
        "with_title": len({each.kind for each in changes}) > 1,  # what is attached to it, too
    }
    return render(request, "org/object_history.html", context)
