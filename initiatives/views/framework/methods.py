"""Methods to read, and, for the strategy office, to write."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.pages import Crumbs, confirm_page, form_page
from core.web import authorise
from initiatives.actions import framework as actions
from initiatives.enums import Size
from initiatives.forms.framework import MethodForm
from initiatives.framework.queries import method_whole, methods_with_counts
from initiatives.framework.starting import begin_with_methods
from initiatives.models import Method
from initiatives.views.seen import VIEW, acting

FRAMEWORK = "initiatives.edit_framework"


@require_safe
def methods(request: HttpRequest) -> HttpResponseBase:
    """All methods, those that are offered no longer last."""
    authorise(request.user, VIEW)
    found = list(methods_with_counts())
    context = {
        "methods": [each for each in found if each.archived_on is None],
        "archived": [each for each in found if each.archived_on is not None],
        "may_edit": request.user.has_perm(FRAMEWORK),
    }
    return render(request, "initiatives/framework/methods.html", context)


@require_safe
def method(request: HttpRequest, code: str) -> HttpResponseBase:
    """One method as guidance."""
    authorise(request.user, VIEW)
    shown = get_object_or_404(method_whole(code))
    context = {
        "method": shown,
        "stages": list(shown.stages.all()),
        "sizes": dict(Size.choices),
        "may_edit": request.user.has_perm(FRAMEWORK),
        "breadcrumbs": way_to_methods(),
    }
    return render(request, "initiatives/framework/method.html", context)


@require_POST
def begin(request: HttpRequest) -> HttpResponseBase:
    """Begin with the methods that come with the product."""
    authorise(request.user, FRAMEWORK)
    begin_with_methods(by=acting(request))
    return redirect("methods")


def new_method(request: HttpRequest) -> HttpResponseBase:
    """Add a method."""
    authorise(request.user, FRAMEWORK)
    return form_page(
        request,
        MethodForm(request.POST or None),
        lambda data: method_url(actions.create_method(by=acting(request), **data)),
        title=_("New method"),
        button=_("Add"),
        back_url=reverse("methods"),
        breadcrumbs=way_to_methods(),
    )


def change_method(request: HttpRequest, code: str) -> HttpResponseBase:
    """Change what it says of itself."""
    shown = method_to_edit(request, code)
    words = ("name", "code", "summary", "guidance")
    form = MethodForm(request.POST or None, initial={word: getattr(shown, word) for word in words})
    return form_page(
        request,
        form,
        lambda data: method_url(actions.change_method(by=acting(request), method=shown, **data)),
        title=_("Change “%(name)s”") % {"name": shown.name},
        button=_("Save"),
        back_url=method_url(shown),
        breadcrumbs=way_to_method(shown),
        history=shown,
    )


def archive_method(request: HttpRequest, code: str) -> HttpResponseBase:
    """Offer it no longer, or again."""
    shown = method_to_edit(request, code)
    archived = shown.archived_on is None

    def act() -> str:
        actions.archive_method(by=acting(request), method=shown, archived=archived)
        return reverse("methods")

    title = _("Archive “%(name)s”?") if archived else _("Bring “%(name)s” back?")
    text = (
        _("No initiative can choose it any more; those that follow it go on.")
        if archived
        else _("Initiatives can choose it again.")
    )
    return confirm_page(
        request,
        act,
        title=title % {"name": shown.name},
        text=text,
        button=_("Archive") if archived else _("Bring it back"),
        back_url=method_url(shown),
    )


def method_to_edit(request: HttpRequest, code: str) -> Method:
    """The method; raises PermissionDenied, Http404."""
    authorise(request.user, FRAMEWORK)
    found: Method = get_object_or_404(Method, code=code)
    return found


def method_url(shown: Method) -> str:
    """Its page."""
    return reverse("method", args=[shown.code])


def way_to_methods() -> Crumbs:
    """The way down to a method."""
    return [(_("Initiatives"), reverse("initiatives")), (_("Methods"), reverse("methods"))]


def way_to_method(shown: Method) -> list[tuple[Any, str]]:
    """The way down to a page of a method."""
    return [*way_to_methods(), (shown.name, method_url(shown))]
