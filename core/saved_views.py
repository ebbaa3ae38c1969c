"""Saved views: a list's filters and order under a name, for oneself or for everybody who sees the list.

A list's view gives its template `saved = views_for(user, place, request.GET)`, and the template includes
`ui/saved_views.html`; `place` is the list's url name. Nothing else is needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from core.models import SavedView

LONGEST_NAME, LONGEST_QUERY = 100, 4000
# What a view does not keep: where in the list one is, and in which form it is wanted.
_PASSING = ("page", "format", "view")


@dataclass(frozen=True)
class Views:
    """What a list's page shows of saved views: those that may be chosen, and what is asked for now.

    `chosen`: the view whose filters are these. `query`: what would be saved.
    """

    place: str
    query: str
    offered: tuple[SavedView, ...]
    chosen: SavedView | None
    own: bool


def kept_query(query: QueryDict) -> str:
    """Filters and order of an address in one spelling, so that equal ones are the same text."""
    parts = QueryDict(mutable=True)
    for name in sorted(query):
        values = [value for value in query.getlist(name) if value]
        if values and name not in _PASSING:
            parts.setlist(name, values)
    return parts.urlencode(safe="/:")


def visible_views(user: Any) -> QuerySet[SavedView]:
    """One's own views, and those that others share."""
    return SavedView.objects.filter(Q(owner=user.pk) | Q(shared=True)).select_related("owner")


def views_for(user: Any, place: str, query: QueryDict) -> Views:
    """The views of a list that this user may choose, and which of them is shown; one query."""
    offered = tuple(visible_views(user).filter(place=place).order_by("name", "pk"))
    now = kept_query(query)
    chosen = next((each for each in offered if each.query == now and now), None)
    return Views(place, now, offered, chosen, own=chosen is not None and chosen.owner_id == user.pk)


def url_of(view: SavedView) -> str:
    """Where a view leads: its list with its filters."""
    return f"{reverse(view.place)}?{view.query}" if view.query else reverse(view.place)


@action
def save_view(*, by: Any, place: str, name: str, query: str, shared: bool = False) -> SavedView:
    """Keep a list's filters under a name; the same name again changes the view. Raises Refused."""
    found = SavedView.objects.filter(owner=by, place=place, name=name.strip()).first()
    return _kept(found or SavedView(owner=by, place=place), name, query, shared)


@action
def change_view(*, by: Any, view: SavedView, **fields: Any) -> SavedView:
    """Change name, query or whether a view is shared; raises Refused."""
    said = {each: fields.pop(each, getattr(view, each)) for each in ("name", "query", "shared")}
    if fields:
        raise TypeError(f"a view has no {', '.join(fields)}")
    return _kept(view, **said)


@action
def remove_view(*, by: Any, view: SavedView) -> None:
    """Forget a view; the list stays as it is."""
    view.delete()


def _kept(view: SavedView, name: str, query: str, shared: bool) -> SavedView:
    view.name, view.shared = name.strip(), shared
    view.query = kept_query(QueryDict(query.removeprefix("?")))
    faults = list(_faults(view))
    if faults:
        raise Refused(faults)
    view.save()
    return view


def _faults(view: SavedView) -> Iterator[Fault]:
    if not view.name:
        yield Fault(_("A name is needed."), field="name", code="required")
    elif len(view.name) > LONGEST_NAME:
        yield Fault(_("A name has at most %(most)d letters.") % {"most": LONGEST_NAME}, field="name")
    elif SavedView.objects.filter(owner=view.owner, place=view.place, name=view.name).exclude(pk=view.pk):
        yield Fault(_("You have a view of this name."), field="name", code="unique")
    if len(view.query) > LONGEST_QUERY:
        yield Fault(_("These are more filters than a view can keep."), field="query")
    if not _is_place(view.place):
        yield Fault(_("There is no such list."), field="place", code="unknown")


def _is_place(name: str) -> bool:
    """Whether a url name is that of a list: a page without arguments outside the API."""
    try:
        return not name.startswith("api-") and bool(reverse(name))
    except NoReverseMatch:
        return False
