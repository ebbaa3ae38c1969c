"""/api/v1/rounds/ and /api/v1/round-items/"""

from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.resources import Changes, Creates, Removes, Resource
from core.errors import Fault, Refused
from core.web import authorise
from strategy.actions import collecting as actions
from strategy.api import collecting_examples as examples
from strategy.api import round_shapes as shapes
from strategy.collecting import possible_duplicates, read_board, visible_round_items, visible_rounds
from strategy.enums import ItemState
from strategy.models import AnalysisItem, AnalysisRound
from strategy.queries import visible_plans

VIEW, RUN, ANSWER = "strategy.view_round", "strategy.run_round", "strategy.answer_round"
WRITTEN = Q(items__state__in=(ItemState.OWN, ItemState.SHARED, ItemState.MERGED))


class RoundFilters(Filters):
    """By plan, lens and state."""

    plan = ByReference(visible_plans)

    class Meta:
        model = AnalysisRound
        fields = {"id": ["in"], "lens": ["exact", "in"], "state": ["exact", "in"]}


class AnalysisRounds(Creates, Changes, Removes, Resource):
    """Rounds in which invited people write items, share them, merge them and vote."""

    queryset = AnalysisRound.objects.select_related("plan", "begun_by")
    serializer_class = shapes.RoundSerializer
    input_class, change_class = shapes.RoundInput, shapes.RoundChange
    filterset_class = RoundFilters
    code_field = ""
    search_fields = ["name", "question"]
    ordering_fields = ["begun_at", "closes_on"]
    example, input_example = examples.ROUND, examples.ROUND_INPUT
    change_example = {"state": "voting"}
    permissions = {
        "read": VIEW,
        "create": RUN,
        "change": RUN,
        "remove": RUN,
        "board": VIEW,
        "answered": ANSWER,
    }
    dry_runs = Resource.dry_runs | {"answered"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those one is invited to; the leading roles see all."""
        seen = queryset.filter(pk__in=visible_rounds(user).order_by().values("pk"))
        return seen.prefetch_related("invitations__person").annotate(
            item_count=Count("items", filter=WRITTEN, distinct=True)
        )

    def create_one(self, data: dict[str, Any]) -> AnalysisRound:
        """People are asked at once."""
        authorise(self.caller, RUN, data["plan"])
        return actions.begin_round(by=self.caller, **data)

    def change_one(self, obj: AnalysisRound, data: dict[str, Any]) -> AnalysisRound:
        """Its words and people, then its state."""
        state = data.pop("state", obj.state)
        if data:
            actions.change_round(by=self.caller, round=obj, **data)
        if state != obj.state:
            actions.move_round(by=self.caller, round=obj, state=state)
        return obj

    def remove_one(self, obj: AnalysisRound) -> None:
        """Only where nobody has written anything."""
        actions.remove_round(by=self.caller, round=obj)

    @extend_schema(responses=shapes.BoardSerializer, examples=[examples.BOARD])
    @action(detail=True, methods=["get"])
    def board(self, _request: Request, **_kwargs: Any) -> Response:
        """What is shared, with the caller's own votes, all votes once it is closed, and likely duplicates."""
        round = self.get_object()
        board = read_board(round, self.caller)
        pairs = possible_duplicates(round) if self.caller.has_perm(RUN, round) else []
        shown = {
            "round": round,
            "left": board.left,
            "voted": len(board.voted),
            "items": board.items,
            "duplicates": pairs,
        }
        return Response(shapes.BoardSerializer(shown).data)

    @extend_schema(request=shapes.DoneInput, responses=shapes.RoundSerializer, examples=[examples.DONE])
    @action(detail=True, methods=["post"])
    def answered(self, request: Request, **_kwargs: Any) -> Response:
        """Say that one has nothing to add, or take that back."""
        sent = shapes.DoneInput(data=request.data)
        sent.is_valid(raise_exception=True)
        with transaction.atomic():
            round = self.get_object()
            actions.say_done(by=self.caller, round=round, **sent.validated_data)
            return self.done([round], many=False, status=200)


class RoundItemFilters(Filters):
    """By round and state."""

    round = ByReference(visible_rounds, code_field="")

    class Meta:
        model = AnalysisItem
        fields = {"id": ["in"], "state": ["exact", "in"]}


class RoundItems(Creates, Changes, Removes, Resource):
    """What people write in rounds: one's own alone until the round is shared, then everybody's."""

    queryset = AnalysisItem.objects.select_related("contributor", "round__plan", "plan")
    serializer_class = shapes.RoundItemSerializer
    input_class, change_class = shapes.RoundItemInput, shapes.RoundItemChange
    filterset_class = RoundItemFilters
    code_field = ""
    search_fields = ["statement", "evidence"]
    ordering_fields = ["added_at"]
    example, input_example = examples.ROUND_ITEM, examples.ROUND_ITEM_INPUT
    change_example = {"statement": "Two deep berths that larger ferries can use"}
    permissions = {
        "read": VIEW,
        "create": ANSWER,
        "change": "strategy.change_contribution",
        "remove": "strategy.change_contribution",
        "dots": VIEW,  # and to be invited
        "merge": RUN,
        "split": RUN,
    }
    dry_runs = Resource.dry_runs | {"dots", "merge", "split"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """One's own, and what is shared in the rounds one may know of."""
        return queryset.filter(pk__in=visible_round_items(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> AnalysisItem:
        """Nobody else sees it until the round is shared."""
        round = data["round"]
        if not visible_rounds(self.caller).filter(pk=round.pk).exists():
            reason = _("There is no %(value)s.") % {"value": repr(str(round.pk))}
            raise Refused([Fault(reason, field="round", code="unknown")])
        authorise(self.caller, ANSWER, round)
        return actions.contribute(by=self.caller, **data)

    def change_one(self, obj: AnalysisItem, data: dict[str, Any]) -> AnalysisItem:
        """While nobody else sees it."""
        return actions.change_contribution(by=self.caller, item=obj, **data)

    def remove_one(self, obj: AnalysisItem) -> None:
        """Take it back while nobody else sees it."""
        actions.take_back_contribution(by=self.caller, item=obj)

    @extend_schema(request=shapes.DotsInput, responses=shapes.RoundItemSerializer, examples=[examples.DOTS])
    @action(detail=True, methods=["post"])
    def dots(self, request: Request, **_kwargs: Any) -> Response:
        """Let so many of one's votes be on the item."""
        sent = shapes.DotsInput(data=request.data)
        sent.is_valid(raise_exception=True)
        with transaction.atomic():
            item = self.get_object()
            authorise(self.caller, ANSWER, item.round)
            actions.place_dots(by=self.caller, item=item, **sent.validated_data)
            return self.done([item], many=False, status=200)

    @extend_schema(request=shapes.MergeInput, responses=shapes.RoundItemSerializer, examples=[examples.MERGE])
    @action(detail=True, methods=["post"])
    def merge(self, request: Request, **_kwargs: Any) -> Response:
        """Merge the item into another; both texts stay, their votes add up."""
        sent = shapes.MergeInput(data=request.data)
        sent.is_valid(raise_exception=True)
        with transaction.atomic():
            item = self.get_object()
            into = self.get_queryset().filter(pk=sent.validated_data["into"]).first()
            if into is None:
                raise Refused([Fault(_("There is no such item."), field="into", code="unknown")])
            actions.merge_items(by=self.caller, into=into, item=item)
            return self.done([item], many=False, status=200)

    @extend_schema(request=None, responses=shapes.RoundItemSerializer)
    @action(detail=True, methods=["post"])
    def split(self, _request: Request, **_kwargs: Any) -> Response:
        """Undo a merge."""
        with transaction.atomic():
            item = actions.split_item(by=self.caller, item=self.get_object())
            return self.done([item], many=False, status=200)
