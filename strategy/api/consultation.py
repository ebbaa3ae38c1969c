"""/api/v1/consultations/ and /api/v1/consultation-invitations/"""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.errors import Fault, Refused
from org.models import Department, User
from strategy.actions import consultation as actions
from strategy.api import consultation_examples as examples
from strategy.consultation.visible import visible_consultations
from strategy.enums import ConsultationState
from strategy.models import Consultation, ConsultationInvitation, Plan
from strategy.queries import visible_plans

RUN = "strategy.run_consultation"


def known_round(user: Any, consultation: Consultation) -> Consultation:
    """The round, where the user may know of it; raises Refused as for one that does not exist."""
    found = visible_consultations(user).filter(pk=consultation.pk).select_related("plan").first()
    if found is None:
        message = _("There is no %(value)s.") % {"value": repr(consultation.pk)}
        raise Refused([Fault(message, field="consultation", code="unknown")])
    return found


class ConsultationSerializer(Shaped):
    """A round; whom it asks is at `/consultation-invitations/`, what was said at `/remarks/`."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)
    name = serializers.CharField()
    message = serializers.CharField()
    state = serializers.ChoiceField(choices=ConsultationState.choices)
    closes_on = serializers.DateField(allow_null=True)
    begun_by = Reference("email__iexact", read_only=True, allow_null=True)
    begun_at = serializers.DateTimeField()
    opened_at = serializers.DateTimeField(allow_null=True)
    closed_at = serializers.DateTimeField(allow_null=True)


class ConsultationChange(Written):
    """What of a round may change; `state` opens or closes it, and guests get their links by mail."""

    name = serializers.CharField(max_length=200)
    message = serializers.CharField(allow_blank=True, required=False)
    closes_on = serializers.DateField(allow_null=True, required=False)
    state = serializers.ChoiceField(choices=ConsultationState.choices, required=False)


class ConsultationInput(Written):
    """A round that is prepared: nobody is asked yet."""

    plan = Reference(queryset=Plan.objects.all())
    name = serializers.CharField(max_length=200)
    message = serializers.CharField(allow_blank=True, required=False)
    closes_on = serializers.DateField(allow_null=True, required=False)


class ConsultationFilters(Filters):
    """By plan."""

    plan = ByReference(visible_plans)

    class Meta:
        model = Consultation
        fields = {"id": ["in"], "state": ["exact", "in"], "name": ["exact", "icontains"]}


class Consultations(Creates, Changes, Removes, Resource):
    """Rounds in which people are asked about a plan; others than the office see those that ask them."""

    queryset = Consultation.objects.select_related("plan", "begun_by")
    serializer_class = ConsultationSerializer
    input_class, change_class = ConsultationInput, ConsultationChange
    filterset_class = ConsultationFilters
    code_field = ""
    search_fields = ["name"]
    ordering_fields = ["begun_at", "name"]
    example, input_example = examples.CONSULTATION, examples.CONSULTATION_INPUT
    change_example = examples.CONSULTATION_CHANGE
    permissions = {"read": "strategy.view_consultation", "create": RUN, "change": RUN, "remove": RUN}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Rounds that the caller may know of."""
        return queryset.filter(pk__in=visible_consultations(user).values("pk"))

    def create_one(self, data: dict[str, Any]) -> Consultation:
        """A round that is prepared."""
        return actions.begin_consultation(by=self.caller, **data)

    def change_one(self, obj: Consultation, data: dict[str, Any]) -> Consultation:
        """Its words, then its state."""
        fields = {name: value for name, value in data.items() if name != "state"}
        if fields:
            actions.change_consultation(by=self.caller, consultation=obj, **fields)
        actions.move_consultation(by=self.caller, consultation=obj, state=data.get("state", obj.state))
        return obj

    def remove_one(self, obj: Consultation) -> None:
        """Only while nobody said anything."""
        actions.remove_consultation(by=self.caller, consultation=obj)


class InvitationSerializer(Shaped):
    """Who is asked: a person, a department, or a guest."""

    id = serializers.IntegerField(read_only=True)
    consultation = Reference("", read_only=True)
    person = Reference("email__iexact", read_only=True, allow_null=True)
    department = Reference(read_only=True, allow_null=True)
    guest_name = serializers.CharField()
    guest_organisation = serializers.CharField()
    guest_email = serializers.CharField()
    expires_at = serializers.DateTimeField(allow_null=True)
    revoked_at = serializers.DateTimeField(allow_null=True)
    last_seen_at = serializers.DateTimeField(allow_null=True)
    invited_at = serializers.DateTimeField()
    link = serializers.CharField(
        allow_null=True,
        default=None,
        read_only=True,
        help_text="A guest's link, in the answer to POST in an open round and never again.",
    )


class GuestInput(Written):
    """Somebody from outside; without `expires_on` the link ends with the last day for answers."""

    name = serializers.CharField(max_length=200)
    email = serializers.EmailField()
    organisation = serializers.CharField(max_length=200, allow_blank=True, required=False)
    expires_on = serializers.DateField(required=False)


class InvitationInput(Written):
    """Exactly one of `person`, `department` and `guest`."""

    consultation = Reference("", queryset=Consultation.objects.all())
    person = Reference("email__iexact", queryset=User.objects.filter(is_active=True), required=False)
    department = Reference(queryset=Department.objects.all(), required=False)
    guest = GuestInput(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """One is asked, neither none nor many."""
        if len({"person", "department", "guest"} & set(attrs)) != 1:
            raise serializers.ValidationError(_("Name exactly one: person, department or guest."))
        return attrs


class InvitationFilters(Filters):
    """By round."""

    consultation = ByReference(visible_consultations, code_field="")

    class Meta:
        model = ConsultationInvitation
        fields = {"id": ["in"]}


class Invitations(Creates, Removes, Resource):
    """Who is asked in rounds: the office's to read, to add and to take back."""

    queryset = ConsultationInvitation.objects.select_related("consultation", "person", "department")
    serializer_class = InvitationSerializer
    input_class = InvitationInput
    filterset_class = InvitationFilters
    code_field = ""
    keeps_answers = False
    ordering_fields = ["invited_at"]
    example, input_example = examples.INVITATION, examples.INVITATION_INPUT
    permissions = {"read": RUN, "create": RUN, "remove": RUN}

    def whole(self, obj: Any) -> dict[str, Any]:
        """The invitation as it is read later, without the link."""
        return {**super().whole(obj), "link": None}

    def reread(self, written: Sequence[Any]) -> Sequence[Any]:
        """The invitation as made: read again, it would have lost its link."""
        return written

    def create_one(self, data: dict[str, Any]) -> ConsultationInvitation:
        """Ask one more; asked already, they are asked once."""
        consultation = known_round(self.caller, data["consultation"])
        if "guest" in data:
            made, link = actions.invite_guest(by=self.caller, consultation=consultation, **data["guest"])
            made.link = link.url if link else None  # type: ignore[attr-defined]
            return made
        who = {name: data[name] for name in ("person", "department") if name in data}
        people, departments = [who.get("person")], [who.get("department")]
        actions.invite(
            by=self.caller,
            consultation=consultation,
            people=[each for each in people if each],
            departments=[each for each in departments if each],
        )
        return consultation.invitations.get(**who)

    def remove_one(self, obj: ConsultationInvitation) -> None:
        """Ask them no more; a guest who was asked stays listed, and their link ends."""
        actions.withdraw_invitation(by=self.caller, invitation=obj)
