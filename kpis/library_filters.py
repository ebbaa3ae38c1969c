"""Finding KPIs by words and by what they are, how they are cared for and what they lack."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from kpis.enums import DataQuality, Direction, Frequency, Kind, Tendency
from kpis.models import KPI, CellTarget, Definition, Series, SeriesTarget
from kpis.validators import RATING_HOLDS
from org.models import User
from org.queries import TreeNode

Found = QuerySet[KPI]


def find_kpis(kpis: Found, words: str, filters: Mapping[str, str], today: dt.date) -> Found:
    """KPIs whose name, code or purpose holds the words, and which pass every filter that says something."""
    if words:
        kpis = kpis.filter(Q(code__icontains=words) | Q(name__icontains=words) | Q(purpose__icontains=words))
    defined = {name: filters[name] for name in ("frequency", "direction", "kind") if filters.get(name)}
    if defined:
        kpis = kpis.filter(pk__in=Definition.objects.current().filter(**defined).values("kpi"))
    if tendency := filters.get("tendency", ""):
        kpis = kpis.filter(tendency=tendency)
    if reports := filters.get("reports", ""):
        kpis = kpis.filter(Exists(_series().filter(department__code=reports)))
    if filters.get("approval", "") in ("yes", "no"):
        kpis = kpis.filter(approval_needed=filters["approval"] == "yes")
    kpis = _rated(_lacking(kpis, filters.get("lacks", "")), filters.get("quality", ""), today)
    return _owned(kpis, filters.get("owner", "")).select_related("owner")


def _owned(kpis: Found, owner: str) -> Found:
    if not owner:
        return kpis
    return kpis.filter(owner_id=int(owner)) if owner.isdecimal() else kpis.none()


def _rated(kpis: Found, quality: str, today: dt.date) -> Found:
    if not quality:
        return kpis
    if quality == "none":
        return kpis.filter(quality="")
    if quality == "old":
        return kpis.filter(quality_rated_on__lt=today - RATING_HOLDS)
    return kpis.filter(quality=quality)


def _series() -> QuerySet[Series]:
    return Series.objects.filter(kpi=OuterRef("pk"))


def _without_target(kpis: Found) -> Found:
    own = Definition.objects.current().filter(kpi=OuterRef("pk")).exclude(target=None, low=None)
    given = Q(target__isnull=False) | Q(low__isnull=False)
    of_series = SeriesTarget.objects.current().filter(given, kpi=OuterRef("pk"))
    of_cells = CellTarget.objects.current().filter(given, kpi=OuterRef("pk"))
    return kpis.exclude(Exists(own)).exclude(Exists(of_series)).exclude(Exists(of_cells))


_LACKS: dict[str, Callable[[Found], Found]] = {
    "owner": lambda kpis: kpis.filter(owner=None),
    "steward": lambda kpis: kpis.filter(Exists(_series().filter(steward=None))),
    "target": _without_target,
    "series": lambda kpis: kpis.exclude(Exists(_series())).exclude(
        pk__in=Definition.objects.current().filter(kind=Kind.FORMULA).values("kpi")
    ),
}


def _lacking(kpis: Found, what: str) -> Found:
    if not what:
        return kpis
    return _LACKS[what](kpis) if what in _LACKS else kpis.none()


@dataclass(frozen=True)
class LibraryFilter:
    """A choice beside the search: the parameter, what no choice is called, and values with their words."""

    name: str
    anything: str
    choices: Sequence[tuple[str, Any]]
    chosen: str


def library_filters(asked: Mapping[str, str], tree: Iterable[TreeNode]) -> list[LibraryFilter]:
    """The filters of the library, the usual ones first, with what is asked for now; one query."""
    owners = User.objects.filter(owned_kpis__isnull=False).distinct().order_by("name")
    offered: list[tuple[str, str, Sequence[tuple[str, Any]]]] = [
        ("frequency", _("Any frequency"), Frequency.choices),
        ("direction", _("Any direction"), Direction.choices),
        ("owner", _("Any owner"), [(str(each.pk), str(each)) for each in owners]),
        ("status", _("Any status"), _statuses()),
        ("quality", _("Any data quality"), _qualities()),
        ("kind", _("Reported or computed"), Kind.choices),
        ("tendency", _("Leading or lagging"), Tendency.choices),
        ("approval", _("With or without approval"), [("yes", _("Approved")), ("no", _("Not approved"))]),
        ("reports", _("Reported by any department"), [(node.code, node.name) for node in tree]),
        ("lacks", _("Lacking nothing in particular"), _lacks()),
    ]
    return [LibraryFilter(name, words, values, asked.get(name, "")) for name, words, values in offered]


def _qualities() -> list[tuple[str, str]]:
    rated = [(each.value, str(each.label).split(":")[0]) for each in DataQuality]
    return [*rated, ("none", _("Not rated")), ("old", _("Rated over a year ago"))]


def _lacks() -> list[tuple[str, str]]:
    return [
        ("owner", _("Without an owner")),
        ("steward", _("Without a steward somewhere")),
        ("target", _("Without any target")),
        ("series", _("Reported by nobody")),
    ]


def _statuses() -> list[tuple[str, str]]:
    return [
        ("green", _("On target")),
        ("amber", _("Near target")),
        ("red", _("Off target")),
        ("insufficient_data", _("Insufficient data")),
        ("unscored", _("Unscored")),
        ("late", _("Late")),
        ("missing", _("Missing")),
        ("not_applicable", _("Not applicable")),
    ]
