"""Keeping a list's filters under a name, changing that and forgetting it."""

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.models import SavedView
from core.pages import confirm_page, form_page
from core.saved_views import change_view, remove_view, save_view, url_of, visible_views
from core.web import authorise
from org.models import User

PERMISSION = "org.keep_view"


class ViewForm(forms.Form):
    """A view's name, and whether others may choose it."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    shared = forms.BooleanField(label=gettext_lazy("Everybody may use it"), required=False)


class NewViewForm(ViewForm):
    """With the list and its filters, which the list's page gives along."""

    place = forms.CharField(widget=forms.HiddenInput)
    query = forms.CharField(widget=forms.HiddenInput, required=False)


def new_view(request: HttpRequest) -> HttpResponseBase:
    """Keep the filters of a list under a name."""
    by = _signed_in(request)
    authorise(by, PERMISSION)
    form = NewViewForm(request.POST if request.method == "POST" else None, initial=request.GET.dict())
    return form_page(
        request,
        form,
        lambda data: url_of(save_view(by=by, **data)),
        title=_("Save this view"),
        button=_("Save"),
        back_url="/",
    )


def view(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Change a view of one's own."""
    by, kept = _own(request, pk)
    posted = request.POST if request.method == "POST" else None
    return form_page(
        request,
        ViewForm(posted, initial={"name": kept.name, "shared": kept.shared}),
        lambda data: url_of(change_view(by=by, view=kept, **data)),
        title=_("Change this view"),
        button=_("Save"),
        back_url=url_of(kept),
        template="org/saved_view.html",
        view=kept,
    )


def forget(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Forget a view of one's own."""
    by, kept = _own(request, pk)
    back = url_of(kept)

    def act() -> str:
        remove_view(by=by, view=kept)
        return back

    return confirm_page(
        request,
        act,
        title=_("Forget “%(name)s”?") % {"name": kept.name},
        text=_("The list stays as it is; only the name for these filters goes."),
        button=_("Forget it"),
        back_url=back,
    )


def _own(request: HttpRequest, pk: int) -> tuple[User, SavedView]:
    """Who asks, and the view: 404 where they may not know of it, 403 where it is somebody else's."""
    by = _signed_in(request)
    kept: SavedView = get_object_or_404(visible_views(by), pk=pk)
    authorise(by, PERMISSION, kept)
    return by, kept


def _signed_in(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
