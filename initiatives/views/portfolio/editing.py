"""Adding an initiative, changing it, and putting it aside."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import form_page
from core.web import authorise
from initiatives.actions.portfolio import (
    archive_initiative,
    change_initiative,
    create_initiative,
    remove_initiative,
    restore_initiative,
)
from initiatives.actions.serving import set_departments, set_objectives
from initiatives.enums import Stage
from initiatives.forms.portfolio import (
    DepartmentsForm,
    InitiativeForm,
    NewInitiativeForm,
    ObjectivesForm,
)
from initiatives.models import Initiative
from initiatives.portfolio.holdings import holdings_of
from initiatives.views.portfolio.initiative import contributions_seen
from initiatives.views.seen import EDIT, initiative_seen, way_to
from org.models import User
from strategy.queries import next_code

WORDS = (
    "name",
    "code",
    "purpose",
    "scope",
    "starts_on",
    "ends_on",
    "size",
    "cadence",
    "must_do",
    "reference",
)
FORM = "initiatives/portfolio/edit.html"
REMOVE, ARCHIVE, RESTORE = "remove", "archive", "restore"


class DeedForm(forms.Form):
    """What shall become of the initiative; the buttons of the page say it."""

    deed = forms.ChoiceField(choices=[(each, each) for each in (REMOVE, ARCHIVE, RESTORE)])


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: what was posted, however little."""
    return request.POST if request.method == "POST" else None


def url_of(initiative: Initiative) -> str:
    """The page of an initiative."""
    return reverse("initiative", args=[initiative.code])


def who(request: HttpRequest) -> User:
    """Who is signed in."""
    assert isinstance(request.user, User)
    return request.user


def new_initiative(request: HttpRequest) -> HttpResponseBase:
    """One more idea; its page then says what is missing."""
    by = who(request)
    authorise(by, "initiatives.propose_initiative")
    codes: QuerySet[Initiative, Any] = Initiative.objects.order_by("pk").values_list("code", flat=True)
    initial = {"lead": by.pk, "code": next_code(list(codes)), "department": _own_department(by)}
    return form_page(
        request,
        NewInitiativeForm(posted(request), initial=initial),
        lambda data: url_of(create_initiative(by=by, **data)),
        title=_("New initiative"),
        lead=_("It begins as an idea. What is missing then stands on its page."),
        button=_("Add"),
        back_url=reverse("initiatives"),
        breadcrumbs=[(_("Initiatives"), reverse("initiatives"))],
        template=FORM,
    )


def _own_department(by: User) -> str:
    """The department by which somebody's role is held, where there is one."""
    held = by.memberships.filter(department__isnull=False).select_related("department").first()
    return held.department.code if held is not None and held.department is not None else ""


def change(request: HttpRequest, code: str) -> HttpResponseBase:
    """What it is; the objectives, departments, plan and money have pages of their own."""
    shown, by = initiative_seen(request, code, EDIT), who(request)
    initial: dict[str, Any] = {name: getattr(shown, name) for name in WORDS}
    initial |= {name: getattr(shown, f"{name}_id") for name in ("lead", "sponsor", "category")}
    initial["confidentiality"] = shown.confidentiality
    initial["department"] = shown.department.code if shown.department else ""
    return form_page(
        request,
        InitiativeForm(posted(request), initiative=shown, initial=initial),
        lambda data: url_of(change_initiative(by=by, initiative=shown, **data)),
        title=_("Change the initiative"),
        lead=str(shown.name),
        button=_("Save"),
        back_url=reverse("initiative", args=[code]),
        breadcrumbs=way_to(shown),
        template=FORM,
        history=shown,
        initiative=shown,
        remove_url=reverse("remove_initiative", args=[code]),
    )


def objectives(request: HttpRequest, code: str) -> HttpResponseBase:
    """Which objectives it serves, how much and how."""
    shown, by = initiative_seen(request, code, EDIT), who(request)
    served = contributions_seen(shown, by)
    form = ObjectivesForm(posted(request), user=by, served=served)

    def act() -> None:
        set_objectives(by=by, initiative=shown, wanted=form.wanted(), among=served)

    lead = _("Which objectives come closer by “%(name)s”?") % {"name": shown.name}
    return _rows_page(request, shown, form, act, title=_("What it serves"), lead=lead)


def departments(request: HttpRequest, code: str) -> HttpResponseBase:
    """Which departments take part beside the one that leads."""
    shown, by = initiative_seen(request, code, EDIT), who(request)
    form = DepartmentsForm(posted(request), initiative=shown)

    def act() -> None:
        set_departments(by=by, initiative=shown, wanted=form.wanted())

    lead = _("Which departments take part in “%(name)s” beside the one that leads it?")
    return _rows_page(
        request, shown, form, act, title=_("Departments taking part"), lead=lead % {"name": shown.name}
    )


def _rows_page(
    request: HttpRequest,
    initiative: Initiative,
    form: forms.Form,
    act: Callable[[], None],
    **words: Any,
) -> HttpResponseBase:
    def save(_data: dict[str, Any]) -> str:
        act()
        return url_of(initiative)

    return form_page(
        request,
        form,
        save,
        button=_("Save"),
        back_url=url_of(initiative),
        breadcrumbs=way_to(initiative),
        template="initiatives/portfolio/rows.html",
        **words,
    )


def remove(request: HttpRequest, code: str) -> HttpResponseBase:
    """Says what the initiative holds, and removes, archives or restores it."""
    shown, by = initiative_seen(request, code, EDIT), who(request)
    title = _("Bring back %(name)s?") if shown.archived_on else _("Remove %(name)s?")
    holdings = holdings_of(shown)
    return form_page(
        request,
        DeedForm(posted(request)),
        lambda data: _done(data["deed"], by, shown),
        title=title % {"name": shown.name},
        button="",
        back_url=url_of(shown),
        breadcrumbs=way_to(shown),
        template="initiatives/portfolio/remove.html",
        initiative=shown,
        holdings=holdings,
        removable=shown.stage == Stage.IDEA and not holdings,
    )


def _done(deed: str, by: User, initiative: Initiative) -> str:
    if deed == REMOVE:
        remove_initiative(by=by, initiative=initiative)
    elif deed == ARCHIVE:
        archive_initiative(by=by, initiative=initiative)
    else:
        restore_initiative(by=by, initiative=initiative)
        return url_of(initiative)
    return reverse("initiatives")
