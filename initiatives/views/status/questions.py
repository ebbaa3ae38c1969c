"""Asking about an update, and answering."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import form_page
from initiatives.actions.status import answer_question, ask_about_update
from initiatives.forms.status import AnswerForm, QuestionForm
from initiatives.models import StatusUpdate, UpdateQuestion
from initiatives.status.visible import submitted_updates, visible_questions
from initiatives.views.seen import RUN, initiative_seen, way_to

ASK = "initiatives.question_update"


def ask(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """A question about an update that was handed in."""
    initiative = initiative_seen(request, code, ASK)
    update: StatusUpdate = get_object_or_404(
        submitted_updates(request.user).select_related("initiative"), initiative=initiative, pk=pk
    )
    by: Any = request.user

    def act(data: dict[str, Any]) -> str:
        ask_about_update(by=by, update=update, **data)
        return _place(code, pk)

    return form_page(
        request,
        QuestionForm(request.POST or None),
        act,
        title=_("Ask about this update"),
        lead=_("Who runs “%(name)s” is told by mail and finds it in My work.") % {"name": initiative.name},
        button=_("Ask"),
        back_url=_place(code, pk),
        breadcrumbs=way_to(initiative),
    )


def answer(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """The answer to a question."""
    initiative = initiative_seen(request, code, RUN)
    found = visible_questions(request.user).select_related("update__initiative", "asked_by")
    question: UpdateQuestion = get_object_or_404(found, update__initiative=initiative, pk=pk)
    by: Any = request.user

    def act(data: dict[str, Any]) -> str:
        answer_question(by=by, question=question, **data)
        return _place(code, question.update_id)

    return form_page(
        request,
        AnswerForm(request.POST or None, initial={"answer": question.answer}),
        act,
        title=_("Answer"),
        lead=question.text,
        button=_("Answer"),
        back_url=_place(code, question.update_id),
        breadcrumbs=way_to(initiative),
        history=question,
    )


def _place(code: str, update: int) -> str:
    """An update among those of its initiative."""
    return f"{reverse('initiative_status', args=[code])}#update-{update}"
