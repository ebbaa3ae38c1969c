"""What the check of a plan's measures found."""

from typing import Any

from rest_framework import serializers

from strategy.linter import Severity


class FindingSerializer(serializers.Serializer):
    """One thing to mend, in words; `rule` is a stable name, `url` the page where it is mended."""

    rule = serializers.CharField()
    severity = serializers.ChoiceField(choices=[(each.value, each.name.title()) for each in Severity])
    kpi = serializers.CharField(source="kpi.code", default=None, allow_null=True)
    objectives = serializers.SerializerMethodField(help_text="Codes; of a KPI, those that it measures.")
    what = serializers.CharField()
    why = serializers.CharField()
    mend = serializers.CharField()
    url = serializers.CharField()

    def get_objectives(self, finding: Any) -> list[str]:
        """Their codes in the plan."""
        return [each.code for each in finding.objectives]


class FindingsSerializer(serializers.Serializer):
    """All findings about a plan, the misleading before the weak."""

    plan = serializers.CharField()
    findings = FindingSerializer(many=True)
