"""Options, parts of statements, links of priorities and gaps, as they are read and sent."""

from typing import Any

from rest_framework import serializers

from core.api.lookup import Reference
from core.api.shapes import Shaped, Written
from org.validators import validate_code
from strategy.api.parts import with_ref
from strategy.api.references import PlanReference
from strategy.enums import OptionKind, OptionState, Statement
from strategy.models import AnalysisItem, Priority, StatementPart, StrategicOption
from strategy.options import GapKind
from strategy.queries import visible_plans


class PriorityReference(Reference):
    """A priority as `plan:code`, written so or by its id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        if not rest.get("read_only"):
            rest.setdefault("queryset", Priority.objects.all())
        super().__init__(code_field="ref", **rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        if request is None:
            return super().get_queryset()
        seen = Priority.objects.filter(plan__in=visible_plans(request.user))
        return with_ref(seen.select_related("plan"))

    def to_representation(self, value: Any) -> Any:
        """The plan's code and its own."""
        return f"{value.plan.code}:{value.code}"


def _items() -> serializers.ListField:
    """Items by their ids."""
    return serializers.ListField(child=Reference("", queryset=AnalysisItem.objects.all()), required=False)


def _parts() -> serializers.ListField:
    """Parts of vision and mission by their ids."""
    return serializers.ListField(child=Reference("", queryset=StatementPart.objects.all()), required=False)


class OptionSerializer(Shaped):
    """An option of the TOWS matrix."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)
    kind = serializers.ChoiceField(choices=OptionKind.choices)
    name = serializers.CharField()
    description = serializers.CharField()
    items = serializers.SerializerMethodField()
    value = serializers.IntegerField(allow_null=True)
    effort = serializers.IntegerField(allow_null=True)
    state = serializers.ChoiceField(choices=OptionState.choices)
    reason = serializers.CharField()
    priority = PriorityReference(read_only=True, allow_null=True)

    def get_items(self, option: StrategicOption) -> list[int]:
        """Ids of the items it pairs."""
        return sorted(item.pk for item in option.items.all())


class OptionChange(Written):
    """What of an option may change; `items` says all of them."""

    name = serializers.CharField(max_length=300)
    description = serializers.CharField(allow_blank=True, required=False)
    items = _items()
    value = serializers.IntegerField(min_value=1, max_value=5, allow_null=True, required=False)
    effort = serializers.IntegerField(min_value=1, max_value=5, allow_null=True, required=False)


class OptionInput(OptionChange):
    """A new option; the quadrants of its items say its kind."""

    plan = PlanReference()
    items = serializers.ListField(child=Reference("", queryset=AnalysisItem.objects.all()))


class ChooseInput(Written):
    """The priority that it becomes (`code`, `name`), or an existing one that takes it up (`priority`)."""

    priority = PriorityReference(required=False, allow_null=True)
    plan = PlanReference(required=False, help_text="A revision of the option's plan; else that plan.")
    code = serializers.CharField(max_length=60, validators=[validate_code], required=False)
    name = serializers.CharField(max_length=500, required=False)
    description = serializers.CharField(allow_blank=True, required=False)
    serves = _parts()
    reason = serializers.CharField(allow_blank=True, required=False)


class DropInput(Written):
    """Why it is dropped."""

    reason = serializers.CharField()


class StatementPartSerializer(Shaped):
    """A part of a vision or mission, with the priorities that serve it."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)
    of = serializers.ChoiceField(choices=Statement.choices)
    text = serializers.CharField()
    meaning = serializers.CharField()
    position = serializers.IntegerField()
    priorities = PriorityReference(many=True, read_only=True)


class StatementPartChange(Written):
    """What of a part may change."""

    text = serializers.CharField(max_length=500)
    meaning = serializers.CharField(allow_blank=True, required=False)
    position = serializers.IntegerField(min_value=0, max_value=10_000, required=False)


class StatementPartInput(Written):
    """A new part."""

    plan = PlanReference()
    of = serializers.ChoiceField(choices=Statement.choices)
    text = serializers.CharField(max_length=500)
    meaning = serializers.CharField(allow_blank=True, required=False)


class PriorityLinksSerializer(Shaped):
    """What a priority serves and answers, and the options it came from, by their ids."""

    id = serializers.IntegerField(read_only=True)
    ref = serializers.CharField(read_only=True)
    plan = Reference(read_only=True)
    serves = serializers.SerializerMethodField()
    answers = serializers.SerializerMethodField()
    options = serializers.SerializerMethodField()

    def get_serves(self, priority: Priority) -> list[int]:
        """Parts of vision and mission."""
        return sorted(part.pk for part in priority.serves.all())

    def get_answers(self, priority: Priority) -> list[int]:
        """Items of the analysis."""
        return sorted(answer.item_id for answer in priority.answers.all())

    def get_options(self, priority: Priority) -> list[int]:
        """Options that became it."""
        return sorted(option.pk for option in priority.options.all())


class PriorityLinksChange(Written):
    """All the parts it serves, all the items it answers; what is not said stays."""

    serves = _parts()
    answers = _items()


class StrategyGapSerializer(serializers.Serializer):
    """One thing that hangs in the air, and what to do about it; `id`: of the part, item or priority."""

    kind = serializers.ChoiceField(choices=[(kind.value, kind.value) for kind in GapKind])
    id = serializers.IntegerField(allow_null=True)
    what = serializers.CharField()
    detail = serializers.CharField()
    mend = serializers.CharField()
    url = serializers.CharField()


class GapsSerializer(serializers.Serializer):
    """The gaps of a plan."""

    plan = serializers.CharField()
    gaps = StrategyGapSerializer(many=True)
