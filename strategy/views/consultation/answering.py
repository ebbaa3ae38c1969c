"""Answering a remark."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from core.pages import form_page
from strategy.actions.consultation import answer_remark, destinations
from strategy.consultation.document import name_of
from strategy.consultation.rows import author_of
from strategy.forms.consultation import AnswerForm
from strategy.views.consultation.access import RUN, remark_to, round_url, way_to
from strategy.views.editing import posted


def answer(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What becomes of a remark; a proposed wording can go into the plan with it."""
    by, remark = remark_to(request, pk, RUN)
    initial = {
        "outcome": remark.outcome,
        "answer": remark.answer,
        "wording": remark.proposed,
    }
    back_url = f"{round_url(remark.consultation)}?show=open"

    def act(data: dict[str, Any]) -> str:
        answer_remark(by=by, remark=remark, **data)
        return back_url

    places = destinations(remark) if remark.proposed else ()
    return form_page(
        request,
        AnswerForm(posted(request), initial=initial, places=places),
        act,
        title=name_of(remark),
        lead=_("%(name)s: %(kind)s") % {"name": author_of(remark), "kind": remark.get_kind_display()},
        button=_("Answer and close"),
        back_url=back_url,
        breadcrumbs=way_to(remark.consultation),
        template="strategy/consultation/answer.html",
        remark=remark,
    )
