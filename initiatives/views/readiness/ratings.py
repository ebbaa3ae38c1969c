"""How ready a group is, as of a day."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from initiatives.actions.readiness import rate_group, remove_rating
from initiatives.forms.readiness import RatingForm
from initiatives.models import AffectedGroup
from initiatives.readiness.reading import read_groups
from initiatives.views.readiness.seen import group_seen, readiness_form, readiness_question


def rate(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Rate a group; what was said last is proposed."""
    group = group_seen(request, code, pk)
    by: Any = request.user
    return readiness_form(
        request,
        group.initiative,
        RatingForm(request.POST or None, initial=_beginning(group)),
        lambda data: rate_group(by=by, group=group, **data),
        anchor=f"group-{pk}",
        title=_("How ready are they?"),
        button=_("Record"),
        lead=_("%(group)s: from 1, not at all, to 5, wholly. The first that is low is where to begin.")
        % {"group": group.name},
    )


def _beginning(group: AffectedGroup) -> dict[str, Any]:
    (reading,) = read_groups([group])
    return {"rated_on": timezone.localdate()} | {each.dimension: each.rating for each in reading.dimensions}


def remove(request: HttpRequest, code: str, pk: int, rating: int) -> HttpResponseBase:
    """Asks, then takes a rating back."""
    group = group_seen(request, code, pk)
    by: Any = request.user
    shown = get_object_or_404(group.ratings, pk=rating)
    return readiness_question(
        request,
        group.initiative,
        lambda: remove_rating(by=by, rating=shown),
        title=_("Take this rating back?"),
        text=_("%(group)s, as of %(day)s; the history keeps it.")
        % {"group": group.name, "day": date_format(shown.rated_on)},
        button=_("Take it back"),
    )
