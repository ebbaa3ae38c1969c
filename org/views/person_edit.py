"""Adding and changing people, and their roles."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from core.pages import confirm_page, form_page
from core.upload import ImportPage
from core.web import authorise
from org.actions import change_user, grant_role, revoke_role
from org.forms.people import NewPersonForm, PersonForm, RoleForm
from org.imports import PEOPLE_COLUMNS, import_people
from org.models import Membership, User
from org.onboarding import add_person
from org.sign_in import password_link


def _url(person: User) -> str:
    return reverse("person", args=[person.pk])


def _open(request: HttpRequest, pk: int) -> tuple[User, User]:
    authorise(request.user, "org.edit_people")
    assert isinstance(request.user, User)
    return request.user, get_object_or_404(User, pk=pk)


def add(request: HttpRequest) -> HttpResponseBase:
    """A new person or service account."""
    authorise(request.user, "org.edit_people")
    by = request.user

    def act(data: dict[str, Any]) -> str:
        return _url(add_person(by=by, **data))  # type: ignore[arg-type]

    form = NewPersonForm(request.POST or None)
    title, back_url = _("New person"), reverse("people")
    lead = _("They set their own password: with “Forgot your password?” or a link from you.")
    return form_page(request, form, act, title=title, lead=lead, button=_("Add"), back_url=back_url)


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Name, title, and whether they may sign in."""
    by, person = _open(request, pk)
    initial = {name: getattr(person, name) for name in ("name", "job_title", "language", "is_active")}
    form = PersonForm(request.POST or None, initial=initial)

    def act(data: dict[str, Any]) -> str:
        return _url(change_user(by=by, user=person, **{"language": person.language} | data))

    title = _("Change %(name)s") % {"name": person.name}
    return form_page(request, form, act, title=title, button=_("Save"), back_url=_url(person))


def add_role(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One more role."""
    by, person = _open(request, pk)

    def act(data: dict[str, Any]) -> str:
        grant_role(by=by, user=person, **data)
        return _url(person)

    title = _("A role for %(name)s") % {"name": person.name}
    lead = _("It holds on the department and on all below it.")
    form = RoleForm(request.POST or None)
    return form_page(request, form, act, title=title, lead=lead, button=_("Give"), back_url=_url(person))


def remove_role(request: HttpRequest, pk: int, membership_pk: int) -> HttpResponseBase:
    """One role less."""
    by, person = _open(request, pk)
    membership = get_object_or_404(Membership, pk=membership_pk, user=person)

    def act() -> str:
        revoke_role(by=by, membership=membership)
        return _url(person)

    names = {"name": person.name, "role": membership.get_role_display()}
    return confirm_page(
        request,
        act,
        title=_("Take the role %(role)s from %(name)s?") % names,
        text=_("What they did with it stays."),
        button=_("Take away"),
        back_url=_url(person),
    )


@require_POST
def show_password_link(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A link with which this person sets a password, to hand over where there is no mail."""
    _by, person = _open(request, pk)
    context = {"person": person, "link": password_link(person)}
    response = render(request, "org/password_link.html", context)
    response["Cache-Control"] = "no-store"
    return response


class ImportPeople(ImportPage):
    """People from a file."""

    permission = "org.edit_people"
    title = gettext_lazy("Import people")
    lead = gettext_lazy("Known addresses are updated; roles are added, never taken away.")
    importer = staticmethod(import_people)
    columns = PEOPLE_COLUMNS
    notes = {
        "email": gettext_lazy("with which they sign in"),
        "name": gettext_lazy("as shown to others"),
        "role": gettext_lazy("administrator, smo_staff, executive, department_head, contributor, viewer"),
        "department": gettext_lazy("code; empty: the role holds on the whole organisation"),
    }
    done_route = "people"
    breadcrumbs = ((gettext_lazy("People"), "people"),)
