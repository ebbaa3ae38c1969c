"""/api/v1/methods/, /method-stages/, /method-elements/ and /initiative-elements/"""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions import framework as actions
from initiatives.api import framework_examples as examples
from initiatives.api.references import InitiativeReference
from initiatives.enums import ElementKind, ElementState, Size
from initiatives.models import InitiativeElement, Method, MethodElement, MethodStage
from initiatives.queries import visible_initiatives
from initiatives.views.seen import RUN, VIEW
from org.models import User

_EDITED = dict.fromkeys(("create", "change", "remove"), "initiatives.edit_framework")


class MethodInput(Written):
    """A method in words."""

    code = serializers.SlugField(max_length=40)
    name = serializers.CharField(max_length=100)
    summary = serializers.CharField(max_length=300, allow_blank=True, required=False)
    guidance = serializers.CharField(allow_blank=True, required=False)


class MethodChange(MethodInput):
    """What of a method may change; `archived`: it is offered no longer."""

    archived = serializers.BooleanField(required=False)


class MethodSerializer(Shaped):
    """A way of running an initiative."""

    id = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    summary = serializers.CharField(read_only=True)
    guidance = serializers.CharField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)


class Methods(Creates, Changes, Removes, Resource):
    """Methods of running initiatives."""

    queryset = Method.objects.all()
    serializer_class = MethodSerializer
    input_class, change_class = MethodInput, MethodChange
    filterset_fields = {"archived_on": ["isnull"]}
    search_fields = ["name", "summary"]
    ordering_fields = ["position", "name"]
    example, input_example = examples.METHOD, examples.METHOD_INPUT
    change_example = {"archived": True}
    permissions = {"read": VIEW, **_EDITED}

    def create_one(self, data: dict[str, Any]) -> Method:
        """After the others."""
        return actions.create_method(by=self.caller, **data)

    def change_one(self, obj: Method, data: dict[str, Any]) -> Method:
        """Its words, and whether it is offered."""
        archived = data.pop("archived", None)
        if data:
            actions.change_method(by=self.caller, method=obj, **data)
        if archived is not None and archived != (obj.archived_on is not None):
            actions.archive_method(by=self.caller, method=obj, archived=archived)
        return obj

    def remove_one(self, obj: Method) -> None:
        """Only where no initiative follows it."""
        actions.remove_method(by=self.caller, method=obj)


class MethodStageChange(Written):
    """What of a stage may change."""

    name = serializers.CharField(max_length=100)
    purpose = serializers.CharField(max_length=300, allow_blank=True, required=False)
    guidance = serializers.CharField(allow_blank=True, required=False)
    position = serializers.IntegerField(min_value=0, required=False)


class MethodStageInput(MethodStageChange):
    """A new stage, after the others."""

    method = Reference(queryset=Method.objects.all())
    position = None  # type: ignore[assignment]


class MethodStageSerializer(Shaped):
    """A stage of a method."""

    id = serializers.IntegerField(read_only=True)
    method = Reference(read_only=True)
    name = serializers.CharField(read_only=True)
    purpose = serializers.CharField(read_only=True)
    guidance = serializers.CharField(read_only=True)
    position = serializers.IntegerField(read_only=True)


class MethodStageFilters(Filters):
    """By method."""

    method = ByReference(Method.objects.all())

    class Meta:
        model = MethodStage
        fields: dict[str, list[str]] = {"id": ["in"]}


class MethodStages(Creates, Changes, Removes, Resource):
    """Stages of methods, in their order."""

    queryset = MethodStage.objects.select_related("method")
    serializer_class = MethodStageSerializer
    input_class, change_class = MethodStageInput, MethodStageChange
    filterset_class = MethodStageFilters
    code_field = ""
    ordering_fields = ["position", "name"]
    example, input_example = examples.STAGE, examples.STAGE_INPUT
    change_example = {"purpose": "Know why, and for whom."}
    permissions = {"read": VIEW, **_EDITED}

    def create_one(self, data: dict[str, Any]) -> MethodStage:
        """After the others of its method."""
        return actions.add_method_stage(by=self.caller, **data)

    def change_one(self, obj: MethodStage, data: dict[str, Any]) -> MethodStage:
        """Its words and its place."""
        return actions.change_method_stage(by=self.caller, stage=obj, **data)

    def remove_one(self, obj: MethodStage) -> None:
        """Only where no initiative stands there."""
        actions.remove_method_stage(by=self.caller, stage=obj)


class MethodElementChange(Written):
    """What of an element may change; `stage` null: asked for throughout."""

    kind = serializers.ChoiceField(choices=ElementKind.choices)
    name = serializers.CharField(max_length=200)
    help = serializers.CharField(allow_blank=True, required=False)
    stage = Reference(code_field="", queryset=MethodStage.objects.all(), allow_null=True, required=False)
    from_size = serializers.ChoiceField(choices=Size.choices, required=False)
    position = serializers.IntegerField(min_value=0, required=False)


class MethodElementInput(MethodElementChange):
    """Something new that a method asks for, after the others."""

    method = Reference(queryset=Method.objects.all())
    position = None  # type: ignore[assignment]


class MethodElementSerializer(Shaped):
    """A role, deliverable or check that a method asks for."""

    id = serializers.IntegerField(read_only=True)
    method = Reference(read_only=True)
    stage = serializers.IntegerField(source="stage_id", read_only=True, allow_null=True)
    kind = serializers.ChoiceField(choices=ElementKind.choices, read_only=True)
    name = serializers.CharField(read_only=True)
    help = serializers.CharField(read_only=True)
    from_size = serializers.ChoiceField(choices=Size.choices, read_only=True)
    position = serializers.IntegerField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)


class MethodElementFilters(Filters):
    """By method."""

    method = ByReference(Method.objects.all())

    class Meta:
        model = MethodElement
        fields = {"id": ["in"], "kind": ["exact"], "archived_on": ["isnull"]}


class MethodElements(Creates, Changes, Removes, Resource):
    """What methods ask for; removing what was answered archives it."""

    queryset = MethodElement.objects.select_related("method")
    serializer_class = MethodElementSerializer
    input_class, change_class = MethodElementInput, MethodElementChange
    filterset_class = MethodElementFilters
    code_field = ""
    ordering_fields = ["position", "name"]
    example, input_example = examples.ELEMENT, examples.ELEMENT_INPUT
    change_example = {"from_size": "large"}
    permissions = {"read": VIEW, **_EDITED}

    def create_one(self, data: dict[str, Any]) -> MethodElement:
        """After the others of its method."""
        return actions.add_method_element(by=self.caller, **data)

    def change_one(self, obj: MethodElement, data: dict[str, Any]) -> MethodElement:
        """Its words, its stage, its place."""
        return actions.change_method_element(by=self.caller, element=obj, **data)

    def remove_one(self, obj: MethodElement) -> None:
        """Take it out of the method."""
        actions.remove_method_element(by=self.caller, element=obj)


class ElementAnswerChange(Written):
    """How an element is answered; a role that is done names its person, what is not needed says why."""

    state = serializers.ChoiceField(choices=ElementState.choices)
    person = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )
    url = serializers.URLField(max_length=1000, allow_blank=True, required=False)
    note = serializers.CharField(allow_blank=True, required=False)


class ElementAnswerInput(ElementAnswerChange):
    """The answer of an initiative to what its method asks for; the same again changes it."""

    initiative = InitiativeReference()
    element = Reference(code_field="", queryset=MethodElement.objects.all())


class AnswerSerializer(Shaped):
    """How an initiative answers a role, deliverable or check of its method."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    element = serializers.IntegerField(source="element_id", read_only=True)
    name = serializers.CharField(source="element.name", read_only=True)
    state = serializers.ChoiceField(choices=ElementState.choices, read_only=True)
    person = Reference(code_field="email", read_only=True, allow_null=True)
    url = serializers.URLField(read_only=True)
    note = serializers.CharField(read_only=True)
    done_on = serializers.DateField(read_only=True, allow_null=True)


class AnswerFilters(Filters):
    """By initiative."""

    initiative = ByReference(visible_initiatives)

    class Meta:
        model = InitiativeElement
        fields = {"id": ["in"], "state": ["exact"]}


class InitiativeElements(Creates, Changes, Resource):
    """Answers of initiatives to what their methods ask for."""

    queryset = InitiativeElement.objects.select_related("initiative__department", "element", "person")
    serializer_class = AnswerSerializer
    input_class, change_class = ElementAnswerInput, ElementAnswerChange
    filterset_class = AnswerFilters
    code_field = ""
    ordering_fields = ["id", "state"]
    example, input_example = examples.ANSWER, examples.ANSWER_INPUT
    change_example = {"state": "not_needed", "note": "Nobody but us is affected."}
    permissions = {"read": VIEW, "create": RUN, "change": "initiatives.run_part"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of initiatives that the user may know of."""
        return queryset.filter(initiative__in=visible_initiatives(user))

    def create_one(self, data: dict[str, Any]) -> InitiativeElement:
        """Answer, or answer anew."""
        authorise(self.caller, RUN, data["initiative"])
        return actions.answer_element(by=self.caller, **data)

    def change_one(self, obj: InitiativeElement, data: dict[str, Any]) -> InitiativeElement:
        """Answer anew."""
        data.setdefault("state", obj.state)
        return actions.answer_element(by=self.caller, initiative=obj.initiative, element=obj.element, **data)
