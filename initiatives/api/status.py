"""/api/v1/status-updates/ and /api/v1/update-questions/"""

from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.errors import Conflict
from core.web import authorise
from initiatives.actions import status as actions
from initiatives.api import status_examples as examples
from initiatives.api.references import InitiativeReference
from initiatives.api.states import ComputedStateSerializer, light
from initiatives.earned import Computed
from initiatives.enums import Rag, UpdateState
from initiatives.models import StatusUpdate, UpdateQuestion
from initiatives.queries import visible_initiatives
from initiatives.status.reported import Reported
from initiatives.status.visible import submitted_updates, visible_questions, visible_updates
from initiatives.views.seen import RUN
from org.models import User


class StatusUpdateSerializer(Shaped):
    """What is reported of an initiative for a day; `computed`: what plan and money said at hand-in."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    due_on = serializers.DateField(read_only=True, help_text="The day that it is for.")
    state = serializers.ChoiceField(choices=UpdateState.choices, read_only=True)
    progress = serializers.IntegerField(read_only=True, allow_null=True, help_text="In percent.")
    done = serializers.CharField(read_only=True)
    next = serializers.CharField(read_only=True)
    help_needed = serializers.CharField(read_only=True)
    schedule = light()
    schedule_reason = serializers.CharField(read_only=True)
    cost = light()
    cost_reason = serializers.CharField(read_only=True)
    scope = light()
    scope_reason = serializers.CharField(read_only=True)
    overall = serializers.SerializerMethodField(help_text="The worst of the three lights.")
    computed = ComputedStateSerializer(read_only=True, allow_null=True)
    author = Reference(code_field="email", read_only=True, allow_null=True)
    begun_at = serializers.DateTimeField(read_only=True)
    submitted_at = serializers.DateTimeField(read_only=True, allow_null=True)

    def get_overall(self, update: StatusUpdate) -> str:
        """The worst of the three lights; empty where none is set."""
        return Reported(update).overall

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """With the snapshot as an object; null where nothing was kept."""
        if isinstance(instance.computed, dict):
            instance.computed = Computed.of_snapshot(instance.computed)
        return super().to_representation(instance)


class StatusUpdateChange(Written):
    """What of an update is written; `state` "submitted" hands it in, once it is complete."""

    progress = serializers.IntegerField(min_value=0, max_value=100, allow_null=True, required=False)
    done = serializers.CharField(allow_blank=True, required=False)
    next = serializers.CharField(allow_blank=True, required=False)
    help_needed = serializers.CharField(allow_blank=True, required=False)
    schedule = serializers.ChoiceField(choices=Rag.choices, allow_blank=True, required=False)
    schedule_reason = serializers.CharField(allow_blank=True, required=False)
    cost = serializers.ChoiceField(choices=Rag.choices, allow_blank=True, required=False)
    cost_reason = serializers.CharField(allow_blank=True, required=False)
    scope = serializers.ChoiceField(choices=Rag.choices, allow_blank=True, required=False)
    scope_reason = serializers.CharField(allow_blank=True, required=False)
    state = serializers.ChoiceField(choices=UpdateState.choices, required=False)


class StatusUpdateInput(StatusUpdateChange):
    """An update for the day that is due; without `state` it is kept as the initiative's draft."""

    initiative = InitiativeReference()


class StatusUpdateFilters(Filters):
    """By initiative, author, day and light."""

    initiative = ByReference(visible_initiatives)
    author = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = StatusUpdate
        fields = {
            "id": ["in"],
            "state": ["exact"],
            "due_on": ["exact", "gte", "lte"],
            "schedule": ["exact", "in"],
            "cost": ["exact", "in"],
            "scope": ["exact", "in"],
        }


class StatusUpdates(Creates, Changes, Removes, Resource):
    """Status updates: kept as a draft, handed in once, then as they are."""

    queryset = StatusUpdate.objects.select_related("initiative__department", "author")
    serializer_class = StatusUpdateSerializer
    input_class, change_class = StatusUpdateInput, StatusUpdateChange
    filterset_class = StatusUpdateFilters
    code_field = ""
    search_fields = ["done", "next", "help_needed"]
    ordering_fields = ["due_on", "submitted_at"]
    example, input_example = examples.UPDATE, examples.UPDATE_INPUT
    change_example = examples.UPDATE_CHANGE
    permissions = {
        "read": "initiatives.view_initiative",
        **dict.fromkeys(("create", "change", "remove"), "initiatives.run_part"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the caller may know of; drafts for who may write them."""
        return queryset.filter(pk__in=visible_updates(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Model:
        """Keep or hand in."""
        authorise(self.caller, RUN, data["initiative"])
        return self._written(data)

    def change_one(self, obj: StatusUpdate, data: dict[str, Any]) -> Model:
        """Go on writing, or hand in; what was handed in stays."""
        if obj.state != UpdateState.DRAFT:
            raise Conflict(_("This update was handed in: it stays."))
        return self._written({"initiative": obj.initiative, **data})

    def _written(self, data: dict[str, Any]) -> StatusUpdate:
        hand_in = data.pop("state", UpdateState.DRAFT) == UpdateState.SUBMITTED
        act = actions.submit_update if hand_in else actions.keep_draft
        return act(by=self.caller, **data)

    def remove_one(self, obj: StatusUpdate) -> None:
        """Throw a draft away."""
        actions.drop_draft(by=self.caller, update=obj)


class UpdateReference(Reference):
    """An update that was handed in, by its id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(code_field="", queryset=StatusUpdate.objects.all(), **rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        if request is None:
            return super().get_queryset()
        return submitted_updates(request.user).select_related("initiative__department")


class UpdateQuestionSerializer(Shaped):
    """A question about an update, with its answer."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(source="update.initiative", read_only=True)
    update = serializers.IntegerField(source="update_id", read_only=True)  # type: ignore[assignment]
    text = serializers.CharField(read_only=True)
    asked_by = Reference(code_field="email", read_only=True, allow_null=True)
    asked_at = serializers.DateTimeField(read_only=True)
    answer = serializers.CharField(read_only=True)
    answered_by = Reference(code_field="email", read_only=True, allow_null=True)
    answered_at = serializers.DateTimeField(read_only=True, allow_null=True)


class UpdateQuestionInput(Written):
    """What is asked."""

    update = UpdateReference()  # type: ignore[assignment]
    text = serializers.CharField()


class UpdateAnswerInput(Written):
    """What is answered."""

    answer = serializers.CharField()


class UpdateQuestionFilters(Filters):
    """By initiative and update, answered or not."""

    initiative = ByReference(visible_initiatives, field_name="update__initiative")
    update = ByReference(submitted_updates, code_field="")

    class Meta:
        model = UpdateQuestion
        fields = {"id": ["in"], "answered_at": ["isnull"]}


class UpdateQuestions(Creates, Resource):
    """Questions about status updates, and their answers."""

    queryset = UpdateQuestion.objects.select_related(
        "update__initiative__department", "asked_by", "answered_by"
    )
    serializer_class = UpdateQuestionSerializer
    input_class = UpdateQuestionInput
    filterset_class = UpdateQuestionFilters
    code_field = ""
    search_fields = ["text", "answer"]
    ordering_fields = ["asked_at", "answered_at"]
    example, input_example = examples.QUESTION, examples.QUESTION_INPUT
    permissions = {
        "read": "initiatives.view_initiative",
        "create": "initiatives.question_update",
        "answer": "initiatives.view_initiative",  # of its initiative run_initiative
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the caller may know of."""
        return queryset.filter(pk__in=visible_questions(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Model:
        """Ask; who runs the initiative is told."""
        return actions.ask_about_update(by=self.caller, **data)

    @extend_schema(
        request=UpdateAnswerInput,
        responses=UpdateQuestionSerializer,
        examples=[OpenApiExample("Answer", examples.ANSWER, request_only=True)],
    )
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, **_kwargs: Any) -> Response:
        """Answer a question, or word the answer anew; who asked is told once."""
        question = self.get_object()
        authorise(self.caller, RUN, question.update.initiative)
        sent = UpdateAnswerInput(data=request.data)
        sent.is_valid(raise_exception=True)
        with transaction.atomic():
            actions.answer_question(by=self.caller, question=question, **sent.validated_data)
            return self.done([question], many=False, status=200)
