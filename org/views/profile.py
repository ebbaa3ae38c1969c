"""One's own profile and tokens; an administrator also those of a service account."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.pages import carry_out, confirm_page
from core.web import authorise
from org.actions import change_user, create_api_token, revoke_api_token
from org.forms.people import ProfileForm
from org.forms.tokens import TokenForm
from org.models import ApiToken, User


def profile(request: HttpRequest) -> HttpResponseBase:
    """Who I am here, the roles I hold; name, title and language are mine to change."""
    user = request.user
    authorise(user, "org.edit_own_profile", user)
    assert isinstance(user, User)
    initial = {name: getattr(user, name) for name in ("name", "job_title", "language")}
    form = ProfileForm(request.POST or None, initial=initial)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            data = {"language": user.language} | form.cleaned_data
            change_user(by=user, user=user, is_active=user.is_active, **data)
            messages.success(request, _("Saved."))
            status = 200
    memberships = user.memberships.select_related("department").order_by("role", "department__name")
    return render(request, "org/profile.html", {"form": form, "memberships": memberships}, status=status)


def _owner(request: HttpRequest, pk: int | None) -> User:
    owner = request.user if pk is None else get_object_or_404(User, pk=pk)
    authorise(request.user, "org.edit_tokens", owner)
    assert isinstance(owner, User)
    return owner


def _tokens_url(request: HttpRequest, owner: User) -> str:
    own = owner.pk == request.user.pk
    return reverse("tokens") if own else reverse("person_tokens", args=[owner.pk])


@require_safe
def tokens(request: HttpRequest, pk: int | None = None) -> HttpResponseBase:
    """The tokens of an account: what each may, when it was last used, when it ends."""
    owner = _owner(request, pk)
    own = owner.pk == request.user.pk
    listed = owner.api_tokens.select_related("department")
    add_url = reverse("add_token") if own else reverse("add_person_token", args=[owner.pk])
    context = {"owner": owner, "own": own, "tokens": listed, "add_url": add_url}
    return render(request, "org/tokens.html", context)


def add_token(request: HttpRequest, pk: int | None = None) -> HttpResponseBase:
    """A new token; its secret is on the answer to this POST and nowhere else."""
    owner = _owner(request, pk)
    form = TokenForm(request.POST or None)
    back_url = _tokens_url(request, owner)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            made, status = carry_out(form, lambda: _create(request, owner, form))
            if made is not None:
                context = {"token": made[0], "secret": made[1], "back_url": back_url}
                response = render(request, "org/token_made.html", context)
                response["Cache-Control"] = "no-store"
                return response
    context = {"form": form, "title": _("New token"), "button": _("Make the token"), "back_url": back_url}
    return render(request, "ui/form_page.html", context, status=status)


def _create(request: HttpRequest, owner: User, form: TokenForm) -> tuple[ApiToken, str]:
    data: dict[str, Any] = form.cleaned_data
    by = request.user
    return create_api_token(
        by=by,  # type: ignore[arg-type]
        user=owner,
        name=data["name"],
        scopes=data["scopes"],
        expires_at=form.expires_at(),
        department=data["department"],
        networks=data["networks"],
    )


def revoke_token(request: HttpRequest, pk: int) -> HttpResponseBase:
    """End a token."""
    token = get_object_or_404(ApiToken.objects.select_related("user"), pk=pk)
    authorise(request.user, "org.edit_tokens", token.user)
    back_url = _tokens_url(request, token.user)
    by = request.user

    def act() -> str:
        revoke_api_token(by=by, token=token)  # type: ignore[arg-type]
        return back_url

    return confirm_page(
        request,
        act,
        title=_("Revoke the token %(name)s?") % {"name": token.name or token.prefix},
        text=_("Programs that use it are refused from now on. It stays in the list."),
        button=_("Revoke"),
        back_url=back_url,
    )
