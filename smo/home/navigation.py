"""The sections of the product as the rail and the bottom bar show them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from org.queries import organisation

Place = Literal["main", "foot", "me", "admin"]


@dataclass(frozen=True, slots=True)
class Section:
    """A place to go: the route that shows it, the permission that opens it, and where it stands.

    `place`: the rail, its foot, or the menu behind *me* (own account, administration). A section whose route
    does not exist is left out. `also`: first steps of other addresses that belong to it.
    """

    name: Any
    icon: str
    route: str
    permission: str = ""
    place: Place = "main"
    on_phone: bool = False
    key_hint: str = ""
    also: tuple[str, ...] = ()


SECTIONS: tuple[Section, ...] = (
    Section(_("Home"), "home", "home", on_phone=True),
    Section(_("My work"), "list-check", "my_work", on_phone=True),
    Section(_("Strategy"), "compass", "plans", on_phone=True),
    Section(_("Performance"), "chart-line", "performance", on_phone=True),
    Section(_("Initiatives"), "rocket", "initiatives", also=("portfolio",)),
    Section(_("Risks"), "alert-triangle", "risks"),
    Section(_("Learning"), "school", "reviews"),
    Section(_("Communication"), "speakerphone", "reports"),
    Section(_("Search"), "search", "search", place="foot", key_hint="Ctrl K"),
    Section(_("Inbox"), "inbox", "inbox", place="foot", on_phone=True),
    Section(_("Profile"), "user", "profile", place="me"),
    Section(_("Password"), "key", "account_change_password", place="me"),
    Section(_("Second factor"), "shield-lock", "mfa_index", place="me"),
    Section(_("Administration"), "settings", "administration", "org.edit_people", place="admin"),
    Section(_("Departments"), "sitemap", "departments", place="admin"),
    Section(_("People"), "users", "people", place="admin"),
    Section(_("History"), "history", "history", "org.view_history", place="admin"),
)

BADGES: dict[str, Callable[[Any], int]] = {}
"""Numbers beside a section by its route, filled in `SmoConfig.ready()`: what waits for this user."""


@dataclass(frozen=True, slots=True)
class Link:
    """A section as drawn for one request."""

    name: str
    icon: str
    url: str
    active: bool
    exact: bool
    badge: str
    place: Place
    on_phone: bool
    key_hint: str


def _url(route: str) -> str | None:
    try:
        return reverse(route)
    except NoReverseMatch:
        return None


def _is_inside(path: str, url: str, section: Section) -> bool:
    """Whether a page belongs to a section: below its address; a main section owns the first step of it."""
    if url == "/":
        return path == url
    if section.place != "main":
        return path.startswith(url)
    return path.split("/")[1] in (url.split("/")[1], *section.also)


def _badge(route: str, user: Any) -> str:
    count = BADGES[route](user) if route in BADGES else 0
    return ("99+" if count > 99 else str(count)) if count else ""


def links(request: HttpRequest) -> list[Link]:
    """The sections that exist and that this request's user may see; none for the signed-out."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    allowed = [(s, _url(s.route)) for s in SECTIONS if not s.permission or user.has_perm(s.permission)]
    return [_drawn(section, url, request) for section, url in allowed if url is not None]


def _drawn(section: Section, url: str, request: HttpRequest) -> Link:
    return Link(
        name=str(section.name),
        icon=section.icon,
        url=url,
        active=_is_inside(request.path, url, section),
        exact=request.path == url,
        badge=_badge(section.route, request.user),
        place=section.place,
        on_phone=section.on_phone,
        key_hint=section.key_hint,
    )


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `navigation` and the house, read only where a template draws them."""
    return {
        "navigation": SimpleLazyObject(lambda: links(request)),
        "house": SimpleLazyObject(organisation),
    }
