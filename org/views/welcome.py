"""The first page of an empty installation."""

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.pages import carry_out
from org.forms.organisation import WelcomeForm
from org.onboarding import found_organisation, is_unfounded


def first_administrator(request: HttpRequest) -> HttpResponseBase:
    """Name the organisation and make its first administrator; only while nobody has an account."""
    if not is_unfounded():
        return redirect("account_login")
    form = WelcomeForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            user, status = carry_out(form, lambda: found_organisation(by=None, founding=form.founding()))
            if user is not None:
                login(request, user, backend="org.sign_in.EmailBackend")
                messages.success(request, _("Welcome. The list below says what comes next."))
                return redirect("/")
    return render(request, "org/welcome.html", {"form": form}, status=status)
