"""Pages that many views are: a form that ends in an action, a question before something is lost, a list."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django import forms
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from core.edit_conflicts import EditConflict, conflict_of, lock_unchanged, token_of
from core.errors import Conflict, Refused

Crumbs = Sequence[tuple[Any, str]]
R = TypeVar("R")


def carry_out(form: forms.Form, act: Callable[[], R]) -> tuple[R | None, int]:
    """Run an action: its result and 200, or None and 400 or 409 with its refusal as the form's errors."""
    try:
        return act(), 200
    except Refused as refusal:
        for fault in refusal.faults:
            form.add_error(fault.field if fault.field in form.fields else None, fault.message)
        return None, 400
    except Conflict as conflict:
        form.add_error(None, str(conflict))
        return None, 409


def form_page(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], str],
    *,
    title: str,
    button: str,
    back_url: str,
    lead: str = "",
    breadcrumbs: Crumbs = (),
    template: str = "ui/form_page.html",
    history: Model | None = None,
    **context: Any,
) -> HttpResponseBase:
    """A page with one form: a valid POST runs `act(cleaned data)`, which answers where to go then.

    `history`: what the form changes. Where somebody else changed it since the form was shown, nothing is
    stored: the page shows both versions (409) and what this person wrote.
    """
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            url, status, conflict = _saved(form, act, history)
            if url is not None:
                return redirect(url)
            context["conflict"] = conflict
    if history is not None:
        context |= {"history": history, "edit_token": token_of(form)}
    context |= {"form": form, "title": title, "button": button, "back_url": back_url, "lead": lead}
    return render(request, template, context | {"breadcrumbs": list(breadcrumbs)}, status=status)


def _saved(
    form: forms.Form, act: Callable[[dict[str, Any]], str], thing: Model | None
) -> tuple[str | None, int, EditConflict | None]:
    """Run the action unless somebody else changed `thing`: where to go then, the status, the conflict."""
    if thing is None or thing.pk is None:
        return *carry_out(form, lambda: act(form.cleaned_data)), None
    conflict = conflict_of(form, thing)
    if conflict is not None or not form.is_valid():
        return None, 409 if conflict else 400, conflict

    def locked() -> str:
        lock_unchanged(thing)
        return act(form.cleaned_data)

    with transaction.atomic():
        return *carry_out(form, locked), None


def confirm_page(
    request: HttpRequest,
    act: Callable[[], str],
    *,
    title: str,
    text: str,
    button: str,
    back_url: str,
) -> HttpResponseBase:
    """A page that asks before something is lost: a POST does it and goes where `act` answers."""
    return form_page(
        request,
        forms.Form({}),
        lambda _data: act(),
        title=title,
        button=button,
        back_url=back_url,
        template="ui/confirm.html",
        text=text,
    )


def page_of(request: HttpRequest, objects: Any, size: int = 50) -> dict[str, Any]:
    """Context of a long list: `page` (by `?page=`) and `pages`, the numbers to offer."""
    page: Page = Paginator(objects, size).get_page(request.GET.get("page"))
    return {"page": page, "pages": list(page.paginator.get_elided_page_range(page.number))}


def respond(request: HttpRequest, template: str, partial: str, context: dict[str, Any]) -> HttpResponse:
    """The whole page or, asked by htmx, its named part."""
    wanted = f"{template}#{partial}" if request.headers.get("HX-Request") else template
    return render(request, wanted, context)
