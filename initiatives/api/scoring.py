"""/api/v1/scoring-criteria/, /scoring-rounds/ and /scores/"""

from typing import Any

from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.resources import Changes, Creates, Removes, Resource
from core.errors import Conflict
from core.web import authorise
from initiatives.actions import scoring as actions
from initiatives.api import scoring_examples as examples
from initiatives.api import scoring_shapes as shapes
from initiatives.models import Score, ScoringCriterion, ScoringRound
from initiatives.queries import visible_initiatives
from initiatives.scoring.reading import read_sheet
from initiatives.scoring.visible import shows_all, visible_scores, visible_scoring_rounds
from org.models import User

READ, EDIT, SCORE = "initiatives.view_initiative", "initiatives.edit_scoring", "initiatives.score"
_EDITED = dict.fromkeys(("create", "change", "remove"), EDIT)


class ScoringCriteria(Creates, Changes, Removes, Resource):
    """By what the organisation compares initiatives."""

    queryset = ScoringCriterion.objects.all()
    serializer_class = shapes.ScoringCriterionSerializer
    input_class, change_class = shapes.ScoringCriterionInput, shapes.ScoringCriterionChange
    filterset_fields = {"archived_on": ["isnull"]}
    code_field = ""
    search_fields = ["name"]
    ordering_fields = ["position", "name"]
    example, input_example = examples.CRITERION, examples.CRITERION_INPUT
    change_example = {"weight": 3.0}
    permissions = {"read": "initiatives.view_scoring", **_EDITED}

    def create_one(self, data: dict[str, Any]) -> ScoringCriterion:
        """After the others."""
        return actions.add_criterion(by=self.caller, **data)

    def change_one(self, obj: ScoringCriterion, data: dict[str, Any]) -> ScoringCriterion:
        """Its words and weight, and whether it is asked for."""
        archived = data.pop("archived", None)
        if data:
            actions.change_criterion(by=self.caller, criterion=obj, **data)
        if archived is not None and archived != (obj.archived_on is not None):
            act = actions.archive_criterion if archived else actions.restore_criterion
            act(by=self.caller, criterion=obj)
        return obj

    def remove_one(self, obj: ScoringCriterion) -> None:
        """Only where nothing was scored by it."""
        actions.remove_criterion(by=self.caller, criterion=obj)


class ScoringRounds(Creates, Changes, Removes, Resource):
    """Rounds in which several people score the same initiatives."""

    queryset = ScoringRound.objects.select_related("begun_by").prefetch_related("scorers__person")
    serializer_class = shapes.ScoringRoundSerializer
    input_class, change_class = shapes.ScoringRoundInput, shapes.ScoringRoundChange
    filterset_fields = {"id": ["in"], "state": ["exact", "in"], "closes_on": ["gte", "lte"]}
    code_field = ""
    search_fields = ["name", "note"]
    ordering_fields = ["begun_at", "closes_on"]
    example, input_example = examples.ROUND, examples.ROUND_INPUT
    change_example = {"state": "closed"}
    permissions = {"read": READ, **_EDITED, "scored": SCORE, "result": READ}
    dry_runs = Resource.dry_runs | {"scored"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """All for who may read them, else those in which one is asked."""
        seen = Prefetch("initiatives", shapes.seen_initiatives(user), to_attr="seen")
        rounds = visible_scoring_rounds(user).order_by().values("pk")
        return queryset.filter(pk__in=rounds).prefetch_related(seen)

    def create_one(self, data: dict[str, Any]) -> ScoringRound:
        """People are asked at once."""
        return actions.begin_scoring_round(by=self.caller, **data)

    def change_one(self, obj: ScoringRound, data: dict[str, Any]) -> ScoringRound:
        """Its words, initiatives and people, then its state."""
        state = data.pop("state", obj.state)
        if data:
            actions.change_scoring_round(by=self.caller, round=obj, **data)
        if state != obj.state:
            actions.move_scoring_round(by=self.caller, round=obj, state=state)
        return obj

    def remove_one(self, obj: ScoringRound) -> None:
        """Only where nobody has scored."""
        actions.remove_scoring_round(by=self.caller, round=obj)

    @extend_schema(
        request=shapes.ScoredInput, responses=shapes.ScoringRoundSerializer, examples=[examples.DONE]
    )
    @action(detail=True, methods=["post"])
    def scored(self, request: Request, **_kwargs: Any) -> Response:
        """Say that one is through, or take that back."""
        sent = shapes.ScoredInput(data=request.data)
        sent.is_valid(raise_exception=True)
        with transaction.atomic():
            round = self.get_object()
            actions.say_scored(by=_person(self.caller), round=round, **sent.validated_data)
            return self.done([round], many=False, status=200)

    @extend_schema(responses=shapes.ScoringResultSerializer, examples=[examples.RESULT])
    @action(detail=True, methods=["get"])
    def result(self, _request: Request, **_kwargs: Any) -> Response:
        """The weighted scores with their spread; 409 while the caller may not see others' scores."""
        round = self.get_object()
        if not shows_all(round, self.caller):
            raise Conflict(_("The result shows when the round is closed."))
        return Response(
            shapes.ScoringResultSerializer(shapes.result_data(read_sheet(round, self.caller))).data
        )


class ScoreFilters(Filters):
    """By round, initiative, scorer."""

    round = ByReference(visible_scoring_rounds, code_field="")
    initiative = ByReference(visible_initiatives)
    scorer = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = Score
        fields = {"id": ["in"], "criterion": ["exact", "in"], "value": ["exact", "gte", "lte"]}


class Scores(Creates, Removes, Resource):
    """Scores: one's own, and others' once they are shown. Posting the same again replaces it."""

    queryset = Score.objects.select_related("initiative", "scorer", "round", "criterion")
    serializer_class = shapes.ScoreSerializer
    input_class = shapes.ScoreInput
    filterset_class = ScoreFilters
    code_field = ""
    ordering_fields = ["id"]
    example, input_example = examples.SCORE, examples.SCORE_INPUT
    permissions = {"read": READ, "create": SCORE, "remove": "initiatives.take_back_score"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """As pages show them."""
        return queryset.filter(pk__in=visible_scores(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Score:
        """One's own, in an open round."""
        round = data.pop("round")
        authorise(self.caller, SCORE, round)
        given = actions.Given(**data)
        (score,) = actions.give_scores(by=_person(self.caller), round=round, scores=[given])
        return score

    def remove_one(self, obj: Score) -> None:
        """Take one's own back."""
        taken_back = actions.Given(obj.initiative, obj.criterion, None)
        actions.give_scores(by=_person(self.caller), round=obj.round, scores=[taken_back])


def _person(caller: Any) -> User:
    assert isinstance(caller, User)
    return caller
