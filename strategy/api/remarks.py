"""/api/v1/remarks/"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from strategy.actions import consultation as actions
from strategy.api import consultation_examples as examples
from strategy.api.consultation import RUN, known_round
from strategy.consultation.document import key_of, name_of
from strategy.consultation.reading import RELATED
from strategy.consultation.visible import visible_consultations, visible_remarks
from strategy.consultation.waiting import waits
from strategy.enums import RemarkKind, RemarkOutcome
from strategy.models import Consultation, Remark

OUTCOMES = [each for each in RemarkOutcome.choices if each[0]]


class ConsultationRemarkSerializer(Shaped):
    """What somebody said, and what became of it. `about` names the element: `vision`, `objective:12`."""

    id = serializers.IntegerField(read_only=True)
    consultation = Reference("", read_only=True)
    about = serializers.SerializerMethodField()
    named = serializers.SerializerMethodField()
    kind = serializers.ChoiceField(choices=RemarkKind.choices)
    text = serializers.CharField()
    proposed = serializers.CharField()
    author = Reference("email__iexact", read_only=True, allow_null=True)
    guest = serializers.SerializerMethodField()
    department = Reference(read_only=True, allow_null=True)
    said_at = serializers.DateTimeField()
    withdrawn_at = serializers.DateTimeField(allow_null=True)
    outcome = serializers.ChoiceField(choices=OUTCOMES, allow_blank=True)
    answer = serializers.CharField()
    answered_by = Reference("email__iexact", read_only=True, allow_null=True)
    answered_at = serializers.DateTimeField(allow_null=True)
    waits = serializers.SerializerMethodField(
        help_text="Whether an answer is owed; not to an endorsement without a word, nor once it is withdrawn."
    )

    def get_about(self, remark: Remark) -> str:
        """The element's key."""
        return key_of(remark)

    def get_named(self, remark: Remark) -> str:
        """The element in words."""
        return name_of(remark)

    def get_guest(self, remark: Remark) -> str:
        """The guest's name; empty: a person of the house."""
        return remark.guest.guest_name if remark.guest else ""

    def get_waits(self, remark: Remark) -> bool:
        """Whether it waits for an answer."""
        return waits(remark)


class ConsultationRemarkChange(Written):
    """What of a remark may change until it is answered."""

    kind = serializers.ChoiceField(choices=RemarkKind.choices)
    text = serializers.CharField(allow_blank=True, required=False)
    proposed = serializers.CharField(allow_blank=True, required=False)


class ConsultationRemarkInput(ConsultationRemarkChange):
    """A remark about an element of the round's plan: `plan`, `vision`, `mission`, `objective:12` …"""

    consultation = Reference("", queryset=Consultation.objects.all())
    about = serializers.CharField(max_length=40)


class AnswerInput(Written):
    """What becomes of a remark; with `put_into` the `wording` becomes that field of the element."""

    outcome = serializers.ChoiceField(choices=OUTCOMES)
    answer = serializers.CharField(allow_blank=True, required=False)
    put_into = serializers.CharField(allow_blank=True, required=False, max_length=20)
    wording = serializers.CharField(allow_blank=True, required=False)


class RemarkFilters(Filters):
    """By round."""

    consultation = ByReference(visible_consultations, code_field="")

    class Meta:
        model = Remark
        fields = {
            "id": ["in"],
            "kind": ["exact", "in"],
            "outcome": ["exact", "in"],
            "about": ["exact", "in"],
            "withdrawn_at": ["isnull"],
        }


class Remarks(Creates, Changes, Removes, Resource):
    """What was said in rounds: everything for the office and the leadership, for others their own words."""

    queryset = Remark.objects.select_related("consultation__plan", *RELATED)
    serializer_class = ConsultationRemarkSerializer
    input_class, change_class = ConsultationRemarkInput, ConsultationRemarkChange
    filterset_class = RemarkFilters
    code_field = ""
    search_fields = ["text", "proposed", "answer"]
    ordering_fields = ["said_at"]
    example, input_example = examples.REMARK, examples.REMARK_INPUT
    change_example = {"kind": "comment", "text": "What about winter?"}
    permissions = {
        "read": "strategy.view_consultation",
        "create": "strategy.take_part",
        "change": "strategy.change_remark",
        "remove": "strategy.change_remark",
        "answer": RUN,
    }
    dry_runs = Resource.dry_runs | {"answer"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Remarks that the caller may read."""
        return queryset.filter(pk__in=visible_remarks(user).values("pk"))

    def create_one(self, data: dict[str, Any]) -> Remark:
        """Say something."""
        consultation = known_round(self.caller, data.pop("consultation"))
        authorise(self.caller, "strategy.take_part", consultation)
        return actions.say(by=self.caller, consultation=consultation, **data)

    def change_one(self, obj: Remark, data: dict[str, Any]) -> Remark:
        """Say it otherwise."""
        words = {name: data.get(name, getattr(obj, name)) for name in ("kind", "text", "proposed")}
        return actions.change_remark(by=self.caller, remark=obj, **words)

    def remove_one(self, obj: Remark) -> None:
        """Withdraw it: it stays readable and counts no longer."""
        actions.withdraw_remark(by=self.caller, remark=obj)

    @extend_schema(
        request=AnswerInput,
        responses=ConsultationRemarkSerializer,
        examples=[OpenApiExample("An answer", examples.ANSWER_INPUT, request_only=True)],
    )
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, **_kwargs: Any) -> Response:
        """Answer a remark, which closes it; again: answer it better."""
        sent = AnswerInput(data=request.data)
        sent.is_valid(raise_exception=True)
        with transaction.atomic():
            remark = actions.answer_remark(by=self.caller, remark=self.get_object(), **sent.validated_data)
            return self.done([remark], many=False, status=200)
