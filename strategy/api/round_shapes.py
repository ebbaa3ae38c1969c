"""Rounds, what is written in them, and their boards, as they are read and sent."""

from typing import Any

from rest_framework import serializers

from core.api.lookup import Reference
from core.api.shapes import Shaped, Written
from org.models import User
from strategy.api.references import PlanReference
from strategy.enums import Category, ItemState, Lens, Quadrant, RoundState
from strategy.models import AnalysisItem, AnalysisRound

PLACES = [*Quadrant.choices, *Category.choices]


class InvitedSerializer(serializers.Serializer):
    """Somebody who is asked, and whether they have nothing to add."""

    person = serializers.CharField(source="person.email")
    done = serializers.SerializerMethodField()

    def get_done(self, invitation: Any) -> bool:
        """Whether they said so."""
        return invitation.done_at is not None


class RoundSerializer(Shaped):
    """A round: what is asked of whom, and how far it is. Who wrote what is told once it is shared."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)
    name = serializers.CharField()
    question = serializers.CharField()
    lens = serializers.ChoiceField(choices=Lens.choices)
    state = serializers.ChoiceField(choices=RoundState.choices)
    dots = serializers.IntegerField(help_text="Votes of each person.")
    closes_on = serializers.DateField(allow_null=True)
    begun_by = Reference("email", read_only=True, allow_null=True)
    people = InvitedSerializer(source="invitations", many=True)
    items = serializers.IntegerField(source="item_count", help_text="How many were written.")


class RoundChange(Written):
    """What of a round may change; `people` says all of them, `state` shares, closes or opens it again."""

    name = serializers.CharField(max_length=200)
    question = serializers.CharField(allow_blank=True, required=False)
    people = serializers.ListField(
        child=Reference("email__iexact", queryset=User.objects.filter(is_active=True)), required=False
    )
    dots = serializers.IntegerField(min_value=1, max_value=50, required=False)
    closes_on = serializers.DateField(allow_null=True, required=False)
    state = serializers.ChoiceField(choices=RoundState.choices, required=False)


class RoundInput(Written):
    """A new round; people are asked at once."""

    plan = PlanReference()
    name = serializers.CharField(max_length=200)
    question = serializers.CharField(allow_blank=True, required=False)
    lens = serializers.ChoiceField(choices=Lens.choices, required=False)
    people = serializers.ListField(
        child=Reference("email__iexact", queryset=User.objects.filter(is_active=True))
    )
    dots = serializers.IntegerField(min_value=1, max_value=50, required=False)
    closes_on = serializers.DateField(allow_null=True, required=False)


class DoneInput(Written):
    """Whether one has nothing to add."""

    done = serializers.BooleanField()


class RoundItemSerializer(Shaped):
    """An item of a round; `place` is its quadrant, or its field where the lens is another than SWOT."""

    id = serializers.IntegerField(read_only=True)
    round = Reference("", read_only=True)
    statement = serializers.CharField()
    place = serializers.SerializerMethodField()
    detail = serializers.CharField()
    evidence = serializers.CharField()
    evidence_url = serializers.CharField()
    impact = serializers.IntegerField(allow_null=True)
    likelihood = serializers.IntegerField(allow_null=True)
    state = serializers.ChoiceField(choices=ItemState.choices)
    contributor = Reference("email", read_only=True, allow_null=True)
    merged_into = Reference("", read_only=True, allow_null=True)

    def get_place(self, item: AnalysisItem) -> str:
        """Where it stands in its lens."""
        return item.category or item.quadrant


class RoundItemChange(Written):
    """What one says in an item of one's own."""

    statement = serializers.CharField(max_length=500)
    place = serializers.ChoiceField(choices=PLACES)
    detail = serializers.CharField(allow_blank=True, required=False)
    evidence = serializers.CharField(allow_blank=True, required=False)
    evidence_url = serializers.CharField(allow_blank=True, required=False, max_length=1000)
    impact = serializers.IntegerField(min_value=1, max_value=5, allow_null=True, required=False)
    likelihood = serializers.IntegerField(min_value=1, max_value=5, allow_null=True, required=False)


class RoundItemInput(RoundItemChange):
    """An item for a round to which one is invited."""

    round = Reference("", queryset=AnalysisRound.objects.all())


class DotsInput(Written):
    """How many of one's votes an item shall have; 0 takes them back."""

    dots = serializers.IntegerField(min_value=0, max_value=50)


class MergeInput(Written):
    """The item that shall stand for this one, too."""

    into = serializers.IntegerField(min_value=1)


class BoardItemSerializer(serializers.Serializer):
    """An item on the board, with what was merged into it."""

    id = serializers.IntegerField(source="item.pk")
    statement = serializers.CharField(source="item.statement")
    place = serializers.SerializerMethodField()
    contributor = serializers.CharField(source="item.contributor.email", default=None, allow_null=True)
    merged = serializers.SerializerMethodField()
    own_dots = serializers.IntegerField(source="mine", help_text="The caller's votes on it.")
    dots = serializers.IntegerField(allow_null=True, help_text="All votes; null until the round is closed.")
    rank = serializers.IntegerField(allow_null=True)

    def get_place(self, each: Any) -> str:
        """Where it stands in its lens."""
        return str(each.item.category or each.item.quadrant)

    def get_merged(self, each: Any) -> list[int]:
        """Ids of the items it stands for, too."""
        return [item.pk for item in each.merged]


class PairSerializer(serializers.Serializer):
    """Two items that may say the same."""

    item = serializers.IntegerField(source="item.pk")
    other = serializers.IntegerField(source="other.pk")
    alike = serializers.FloatField(help_text="0 to 1.")


class BoardSerializer(serializers.Serializer):
    """What of a round is shared; `left`: votes that the caller has not placed yet."""

    round = serializers.IntegerField(source="round.pk")
    state = serializers.CharField(source="round.state")
    left = serializers.IntegerField()
    voted = serializers.IntegerField(help_text="How many people have placed a vote.")
    items = BoardItemSerializer(many=True)
    duplicates = PairSerializer(many=True, help_text="For those who may merge.")
