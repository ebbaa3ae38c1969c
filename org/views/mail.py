"""Mail kept in the folder, for administrators to read while no mail server is set up."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from core.mail import KeptMail, kept_mail, one_kept_mail
from core.pages import page_of
from core.web import authorise

# A message is a stranger's page: no scripts, no forms, nothing fetched; links open in a tab of their own.
SANDBOX = "sandbox allow-popups allow-popups-to-escape-sandbox"
BODY_POLICY = f"{SANDBOX}; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def _message(request: HttpRequest, key: str) -> KeptMail:
    authorise(request.user, "org.read_mail")
    message = one_kept_mail(key)
    if message is None:
        raise Http404
    return message


@require_safe
def mail(request: HttpRequest) -> HttpResponseBase:
    """The newest messages; search in subject and recipients."""
    authorise(request.user, "org.read_mail")
    words = request.GET.get("q", "").strip()
    wanted = words.casefold()
    kept = [each for each in kept_mail(500) if wanted in f"{each.subject} {each.recipients}".casefold()]
    by_server = settings.EMAIL_BACKEND != "core.mail.FolderBackend"
    return render(request, "org/mail.html", page_of(request, kept) | {"words": words, "by_server": by_server})


@require_safe
def message(request: HttpRequest, key: str) -> HttpResponseBase:
    """One message: its head, and its body in a frame of its own."""
    return render(request, "org/message.html", {"message": _message(request, key)})


@require_safe
@xframe_options_sameorigin
def message_body(request: HttpRequest, key: str) -> HttpResponseBase:
    """The HTML of a message, fenced in."""
    html = _message(request, key).html
    response = HttpResponse(f'<base target="_blank">{html}')
    response["Content-Security-Policy"] = BODY_POLICY
    return response
