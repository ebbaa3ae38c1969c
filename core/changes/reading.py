"""The latest changes of everything, and those of one object; a constant number of queries a kind."""

from typing import Any

from django.db.models import OuterRef, Q, Subquery

from core.changes.attached import attached_to
from core.changes.change import Change, FieldChange, Place
from core.changes.hiding import told_to
from core.changes.kinds import kept_fields, kind_name, tracked_kinds
from core.changes.wording import Wording


def latest_changes(
    *,
    kind: str = "",
    user_pk: int | None = None,
    before: Place | None = None,
    limit: int = 50,
    reader: Any = None,
) -> list[Change]:
    """The newest changes, newest first; of one kind, by one person, older than a place.

    `reader`: from whom some are kept (`core.changes.hiding`).
    """
    kinds = [kind] if kind else list(tracked_kinds())
    events = [event for each in kinds for event in _newest(each, user_pk, before, reader)[:limit]]
    events.sort(key=_place, reverse=True)
    return _told(events[:limit])


def changes_of(kind: str, pk: int, limit: int = 200, reader: Any = None) -> list[Change]:
    """The newest changes of one object and of what is attached to it (`core.changes.attached`), newest first.

    `reader`: from whom some are kept.
    """
    wanted = {kind: Q(pgh_obj_id=pk)} | {part: of(pk) for part, of in attached_to(kind).items()}
    events = [event for part, which in wanted.items() for event in _newest_of(part, which, reader)[:limit]]
    events.sort(key=_place, reverse=True)
    return _told(events[:limit])


def _newest_of(kind: str, which: Q, reader: Any) -> Any:
    events = told_to(reader, kind, tracked_kinds()[kind].objects.filter(which))
    return events.select_related("pgh_context").order_by("-pgh_id")


def _kind(event: Any) -> str:
    return event.pgh_tracked_model._meta.label_lower


def _place(event: Any) -> Place:
    return Place(event.pgh_created_at, _kind(event), event.pgh_id)


def _newest(kind: str, user_pk: int | None, before: Place | None, reader: Any) -> Any:
    events = told_to(reader, kind, tracked_kinds()[kind].objects.select_related("pgh_context"))
    if user_pk is not None:
        events = events.filter(pgh_context__metadata__user=user_pk)
    if before is not None:
        events = events.filter(_older_than(before, kind))
    return events.order_by("-pgh_created_at", "-pgh_id")


def _older_than(place: Place, kind: str) -> Q:
    """Events of a kind before a place, in the order of `Place`."""
    earlier = Q(pgh_created_at__lt=place.moment)
    if kind > place.kind:
        return earlier
    same = Q(pgh_created_at=place.moment)
    return earlier | (same & Q(pgh_id__lt=place.event_id) if kind == place.kind else same)


def _told(events: list[Any]) -> list[Change]:
    earlier = _earlier(events)
    wording = Wording([*events, *(event for event in earlier.values() if event is not None)])
    return [_change(event, earlier.get((type(event), event.pgh_id)), wording) for event in events]


def _earlier(events: list[Any]) -> dict[tuple[type, int], Any]:
    """For each event the one before it of the same object, by (table, event)."""
    found: dict[tuple[type, int], Any] = {}
    for model in {type(event) for event in events}:
        mine = [event.pgh_id for event in events if type(event) is model]
        before = model.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
        newest = Subquery(before.order_by("-pgh_id").values("pgh_id")[:1])
        pairs = dict(model.objects.filter(pgh_id__in=mine).values_list("pgh_id", newest))
        rows = model.objects.in_bulk([pk for pk in pairs.values() if pk is not None])
        found |= {(model, pgh_id): rows.get(before_id) for pgh_id, before_id in pairs.items()}
    return found


def _change(event: Any, earlier: Any, wording: Wording) -> Change:
    kind = _kind(event)
    metadata = event.pgh_context.metadata if event.pgh_context else {}
    return Change(
        kind=kind,
        kind_name=kind_name(kind),
        pk=event.pgh_obj_id,
        title=wording.title_of(event),
        deed=event.pgh_label,
        moment=event.pgh_created_at,
        user_pk=metadata.get("user"),
        action=metadata.get("action", ""),
        fields=tuple(_fields(event, earlier, wording)) if event.pgh_label != "delete" else (),
        event_id=event.pgh_id,
    )


def _fields(event: Any, earlier: Any, wording: Wording) -> list[FieldChange]:
    changes = []
    for field in kept_fields(type(event)):
        after = wording.of(event, field)
        before = wording.of(earlier, field) if earlier is not None else "–"
        same = earlier is not None and getattr(earlier, field.attname) == getattr(event, field.attname)
        if not same and before != after:
            name = str(field.verbose_name)
            changes.append(FieldChange(name[:1].upper() + name[1:], before, after))
    return changes
