"""What is computed of a goal: its SMART check, and its progress against its expected pace."""

from rest_framework import serializers

from strategy.goals.finding import Verdict
from strategy.goals.progress import Pace
from strategy.goals.wording import LETTERS, PACES, VERDICTS

VERDICT_CHOICES = [(each.value, VERDICTS[each]) for each in Verdict]


class CheckSerializer(serializers.Serializer):
    """One thing that a letter asks; `field` names the field in which it is mended, empty for none."""

    verdict = serializers.ChoiceField(choices=VERDICT_CHOICES)
    says = serializers.CharField()
    field = serializers.CharField()


class LetterSerializer(serializers.Serializer):
    """S, M, A, R or T: met when all its checks are."""

    letter = serializers.ChoiceField(choices=list(LETTERS.items()))
    verdict = serializers.ChoiceField(choices=VERDICT_CHOICES)
    checks = CheckSerializer(many=True)


class SmartSerializer(serializers.Serializer):
    """The five letters, and how many are met."""

    met = serializers.IntegerField()
    letters = LetterSerializer(many=True)


class ProgressSerializer(serializers.Serializer):
    """Where a goal stands on the day of its KPI's newest value (once its day is over: as it stood then).

    `ahead`: by how much the value is better than `expected`, in the KPI's unit; `share` and `expected_share`:
    of the way from baseline to target.
    """

    value = serializers.FloatField(source="point.value")
    on = serializers.DateField(source="point.day")
    expected = serializers.FloatField()
    ahead = serializers.FloatField()
    share = serializers.FloatField()
    expected_share = serializers.FloatField()
    pace = serializers.ChoiceField(choices=[(each.value, PACES[each]) for each in Pace])


class ComputedSerializer(serializers.Serializer):
    """What was computed of the same objective and period."""

    score = serializers.FloatField(allow_null=True)
    status = serializers.CharField()
