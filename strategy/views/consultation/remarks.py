"""Saying something of a passage, changing and withdrawing it: in the page by htmx, else on its own page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.pages import carry_out, confirm_page
from core.web import NothingThere
from strategy.actions.consultation import change_remark, say, withdraw_remark
from strategy.consultation.document import key_of
from strategy.consultation.reading import Reader, Said, read, remarks_for
from strategy.consultation.visible import reads_everything
from strategy.forms.consultation import RemarkForm
from strategy.models import Consultation, Remark
from strategy.views.consultation.access import (
    TAKE_PART,
    may_read_plan,
    reader_of,
    remark_to,
    round_to,
    round_url,
    way_to,
)
from strategy.views.editing import posted, words_of


def say_something(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A remark about `?about=`; sent from the page, the passage comes back with it."""
    by, consultation = round_to(request, pk, TAKE_PART)
    reader = reader_of(request, consultation)
    key = request.GET.get("about", "plan")
    form = RemarkForm(posted(request), initial={"kind": request.GET.get("kind", "comment")}, key=_id(key))
    return answer_with(
        request,
        form,
        lambda data: say(by=by, consultation=consultation, about=key, **data),
        passage=lambda: passage_of(consultation, reader, key, reads_everything(request.user)),
        back_url=round_url(consultation),
        around={"consultation": consultation},
        breadcrumbs=way_to(consultation),
    )


def change(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What one said, said otherwise."""
    by, remark = remark_to(request, pk, "strategy.change_remark")
    consultation = remark.consultation
    reader, key = reader_of(request, consultation), key_of(remark)
    form = RemarkForm(
        posted(request), initial=words_of(remark, "kind", "text", "proposed"), key=f"r{remark.pk}"
    )
    return answer_with(
        request,
        form,
        lambda data: change_remark(by=by, remark=remark, **data),
        passage=lambda: passage_of(consultation, reader, key, reads_everything(request.user)),
        back_url=round_url(consultation),
        around={"consultation": consultation},
        breadcrumbs=way_to(consultation) if may_read_plan(request, consultation) else (),
    )


def answer_with(
    request: HttpRequest,
    form: RemarkForm,
    act: Callable[[dict[str, Any]], Remark],
    *,
    passage: Callable[[], Said],
    back_url: str,
    breadcrumbs: Any = (),
    base: str = "base.html",
    around: dict[str, Any],
) -> HttpResponseBase:
    """Show the form, or take what was sent: the whole page, or asked by htmx the passage alone.

    `around`: the round and, where one speaks, the guest; `base`: the layout of the page.
    """
    in_page = bool(request.headers.get("HX-Request"))
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            remark, status = carry_out(form, lambda: act(form.cleaned_data))
            if remark is not None:
                said = passage()
                if not in_page:
                    return redirect(f"{back_url}#{said.passage.anchor}")
                return render(request, "strategy/consultation/passage.html", {**around, "each": said})
    said = passage()
    context = {
        **around,
        "each": said,
        "form": None if request.GET.get("form") == "closed" else form,
        "form_url": request.get_full_path(),
        "back_url": back_url,
        "breadcrumbs": breadcrumbs,
        "title": said.passage.named(),
        "base": base,
    }
    if in_page:  # htmx puts no answer with an error status into the page
        return render(request, "strategy/consultation/passage.html", context)
    return render(request, "strategy/consultation/say.html", context, status=status)


def passage_of(consultation: Consultation, reader: Reader, key: str, everyones: bool) -> Said:
    """One passage with what the reader may see of it; raises 404 where the plan has none of this name."""
    found = read(consultation, remarks_for(consultation, reader, everyones), reader)
    for each in found:
        if each.passage.key == key:
            return each
    raise NothingThere(_("The plan has no such passage."))


def withdraw(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Asks, then takes back what one said."""
    by, remark = remark_to(request, pk, "strategy.change_remark")
    back_url = round_url(remark.consultation)

    def act() -> str:
        withdraw_remark(by=by, remark=remark)
        return back_url

    return confirm_page(
        request,
        act,
        title=_("Withdraw what you said?"),
        text=_("It counts no longer. It stays readable as withdrawn."),
        button=_("Withdraw"),
        back_url=back_url,
    )


def _id(key: str) -> str:
    return key.replace(":", "-")
