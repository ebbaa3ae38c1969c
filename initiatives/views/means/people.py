"""Whom an initiative takes: one allocation, and the grid of a fiscal year."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.pages import confirm_page, form_page
from initiatives.actions.means import add_allocation, change_allocation, keep_months, remove_allocation
from initiatives.forms.means.people import AllocationForm, PeopleGridForm
from initiatives.means.months import month_text, year_now
from initiatives.means.people_grid import months_shown, read_people
from initiatives.models import Allocation, Initiative
from initiatives.views.means.changed import last_changed
from initiatives.views.means.initiative import year_asked, year_options
from initiatives.views.seen import RUN, acting, initiative_seen, way_to
from kpis.queries import calendar as fiscal_calendar
from strategy.views.editing import posted


def means_url(initiative: Initiative) -> str:
    """The page of what an initiative takes."""
    return reverse("initiative_means", args=[initiative.code])


def way_to_means(initiative: Initiative) -> list[tuple[Any, str]]:
    """The breadcrumbs of a page below it."""
    return [*way_to(initiative), (_("Resources"), means_url(initiative))]


def grid(request: HttpRequest, code: str) -> HttpResponseBase:
    """FTE of a fiscal year (`?year=`), typed month by month."""
    initiative = initiative_seen(request, code, RUN)
    calendar, today = fiscal_calendar(), timezone.localdate()
    read = read_people(initiative, calendar, today)
    year = year_asked(request, read, year_now(calendar, today))
    months = months_shown(year, calendar)
    form = PeopleGridForm(posted(request), grid=read, months=months)

    def save(_data: dict[str, Any]) -> str:
        keep_months(by=acting(request), initiative=initiative, rows=form.typed_rows())
        return f"{means_url(initiative)}?year={year}"

    return form_page(
        request,
        form,
        save,
        title=_("People of “%(name)s”") % {"name": initiative.name},
        button=_("Save"),
        lead=_("Full-time people month by month. A block from a spreadsheet can be pasted."),
        back_url=means_url(initiative),
        breadcrumbs=way_to_means(initiative),
        template="initiatives/means/people_grid.html",
        history=last_changed([each for row in read.rows for each in row.allocations]),
        years=year_options(request, read, year),
        heads=[month_text(month) for month in months],
        initiative=initiative,
        year=year,
    )


def new(request: HttpRequest, code: str) -> HttpResponseBase:
    """One more allocation, as long as the initiative lasts if nothing else is said."""
    initiative = initiative_seen(request, code, RUN)
    initial = {
        "department": initiative.department.code if initiative.department else "",
        "first_month": initiative.starts_on,
        "last_month": initiative.ends_on,
    }
    return _page(
        request,
        initiative,
        AllocationForm(posted(request), initial=initial),
        lambda data: add_allocation(by=acting(request), initiative=initiative, **data),
        title=_("Add people"),
        button=_("Add"),
    )


def change(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Who, from when to when, how many."""
    initiative, allocation = _seen(request, code, pk)
    names = ("first_month", "last_month", "fte", "note")
    initial = {name: getattr(allocation, name) for name in names}
    initial |= {"skill": allocation.skill_id, "person": allocation.person_id}
    initial["department"] = allocation.department.code
    return _page(
        request,
        initiative,
        AllocationForm(posted(request), allocation=allocation, initial=initial),
        lambda data: change_allocation(by=acting(request), allocation=allocation, **data),
        title=_("Change people"),
        button=_("Save"),
        history=allocation,
    )


def remove(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """Ask, then take it out."""
    initiative, allocation = _seen(request, code, pk)

    def act() -> str:
        remove_allocation(by=acting(request), allocation=allocation)
        return means_url(initiative)

    who = f"{allocation.department.name} · {allocation.skill.name}"
    return confirm_page(
        request,
        act,
        title=_("Take out people"),
        text=_("%(who)s are no longer planned for “%(name)s”.") % {"who": who, "name": initiative.name},
        button=_("Take out"),
        back_url=means_url(initiative),
    )


def _seen(request: HttpRequest, code: str, pk: int) -> tuple[Initiative, Allocation]:
    initiative = initiative_seen(request, code, RUN)
    rows = initiative.allocations.select_related("initiative", "department", "skill", "person")
    return initiative, get_object_or_404(rows, pk=pk)


def _page(
    request: HttpRequest, initiative: Initiative, form: Any, act: Any, *, title: str, button: str, **rest: Any
) -> HttpResponseBase:
    def save(data: dict[str, Any]) -> str:
        act(data)
        return means_url(initiative)

    return form_page(
        request,
        form,
        save,
        title=title,
        button=button,
        lead=initiative.name,
        back_url=means_url(initiative),
        breadcrumbs=way_to_means(initiative),
        **rest,
    )
