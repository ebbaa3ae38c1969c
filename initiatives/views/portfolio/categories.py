"""The categories of initiatives, kept by the strategy office."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Count
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core.pages import form_page
from core.web import authorise
from initiatives.actions.categories import (
    add_category,
    archive_category,
    change_category,
)
from initiatives.models import Category
from initiatives.views.portfolio.editing import posted, who
from strategy.forms.fields import TextField

EDIT = "initiatives.edit_framework"


class CategoryForm(forms.Form):
    """A category's name and what belongs there."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    description = TextField(label=gettext_lazy("What belongs there"), rows=2)


class KeptCategoryForm(CategoryForm):
    """With whether it is still offered."""

    offered = forms.BooleanField(label=gettext_lazy("Offered for initiatives"), required=False)


@require_safe
def categories(request: HttpRequest) -> HttpResponseBase:
    """Every category with how many initiatives have it; the strategy office edits them."""
    authorise(request.user, EDIT)
    context = {
        "categories": Category.objects.annotate(count=Count("initiatives")),
        "breadcrumbs": [(_("Initiatives"), reverse("initiatives"))],
    }
    return render(request, "initiatives/portfolio/categories.html", context)


def new_category(request: HttpRequest) -> HttpResponseBase:
    """One more category."""
    by = who(request)
    authorise(by, EDIT)

    def act(data: dict[str, Any]) -> str:
        add_category(by=by, **data)
        return reverse("initiative_categories")

    return _page(request, CategoryForm(posted(request)), act, title=_("New category"), button=_("Add"))


def category(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What a category says, and whether it is still offered."""
    by = who(request)
    authorise(by, EDIT)
    kept = get_object_or_404(Category, pk=pk)
    initial = {"name": kept.name, "description": kept.description, "offered": kept.archived_on is None}

    def act(data: dict[str, Any]) -> str:
        offered = bool(data.pop("offered"))
        change_category(by=by, category=kept, **data)
        if offered != (kept.archived_on is None):
            archive_category(by=by, category=kept, archived=not offered)
        return reverse("initiative_categories")

    form = KeptCategoryForm(posted(request), initial=initial)
    return _page(request, form, act, title=_("Change the category"), button=_("Save"), history=kept)


def _page(
    request: HttpRequest, form: forms.Form, act: Callable[[dict[str, Any]], str], **words: Any
) -> HttpResponseBase:
    back = reverse("initiative_categories")
    way = [(_("Initiatives"), reverse("initiatives")), (_("Categories"), back)]
    return form_page(request, form, act, back_url=back, breadcrumbs=way, **words)
