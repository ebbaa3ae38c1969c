"""/api/v1/people/ and /api/v1/memberships/"""

from typing import Any

from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from org import actions
from org.enums import AccountKind, Role
from org.models import Department, Membership, User


class PersonSerializer(Shaped, serializers.ModelSerializer):
    """A person or a service account."""

    class Meta:
        model = User
        fields = ["id", "email", "name", "kind", "job_title", "is_active", "language", "joined_at"]


class PersonInput(Written):
    """A new person, who sets their password by mail."""

    email = serializers.EmailField(max_length=254)
    name = serializers.CharField(max_length=200)
    kind = serializers.ChoiceField(AccountKind.choices, default=AccountKind.PERSON)
    job_title = serializers.CharField(max_length=200, allow_blank=True, required=False)


class PersonChange(Written):
    """What of a person may change; `is_active` false takes away their right to sign in."""

    name = serializers.CharField(max_length=200)
    job_title = serializers.CharField(max_length=200, allow_blank=True, required=False)
    is_active = serializers.BooleanField(required=False)
    language = serializers.CharField(max_length=12, allow_blank=True, required=False)


class People(Creates, Changes, Resource):
    """People and service accounts, addressed by e-mail or id; `me` is the caller."""

    queryset = User.objects.all()
    serializer_class = PersonSerializer
    input_class, change_class = PersonInput, PersonChange
    code_field = "email__iexact"
    filterset_fields = {
        "id": ["in"],
        "email": ["exact", "in", "icontains"],
        "name": ["exact", "icontains"],
        "kind": ["exact"],
        "is_active": ["exact"],
        "joined_at": ["gte", "lte"],
    }
    search_fields = ["name", "email", "job_title"]
    ordering_fields = ["name", "email", "joined_at"]
    example = {
        "id": 7,
        "email": "vera@city.example",
        "name": "Vera Lind",
        "kind": "person",
        "job_title": "Head of Roads",
        "is_active": True,
        "language": "en",
        "joined_at": "2026-01-05T08:00:00Z",
    }
    input_example = {"email": "vera@city.example", "name": "Vera Lind", "job_title": "Head of Roads"}
    change_example = {"job_title": "Head of Works"}
    permissions = {"read": "org.view_people", "create": "org.edit_people", "change": "org.edit_people"}

    def permitted(self, reference: str) -> Any:
        """The person named by e-mail or id; `me` for the caller."""
        return super().permitted(str(self.caller.pk) if reference == "me" else reference)

    def create_one(self, data: dict[str, Any]) -> User:
        """Through the same action as the page."""
        return actions.create_user(by=self.caller, **data)

    def change_one(self, obj: User, data: dict[str, Any]) -> User:
        """Change what was sent and keep the rest."""
        fields = ("name", "job_title", "is_active", "language")
        kept = {name: data.get(name, getattr(obj, name)) for name in fields}
        return actions.change_user(by=self.caller, user=obj, **kept)


class MembershipSerializer(Shaped, serializers.ModelSerializer):
    """A role of somebody on a department; without one: on the whole organisation."""

    user = Reference("email__iexact", expand=PersonSerializer, read_only=True)
    department = Reference(read_only=True, allow_null=True)

    class Meta:
        model = Membership
        fields = ["id", "user", "role", "department"]


class MembershipInput(Written):
    """A role to give."""

    user = Reference("email__iexact", queryset=User.objects.all())
    role = serializers.ChoiceField(Role.choices)
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)


class MembershipFilters(Filters):
    """By person, role and department."""

    user = ByReference(User.objects.all(), "email__iexact", field_name="user")
    department = ByReference(Department.objects.all(), field_name="department")

    class Meta:
        model = Membership
        fields = {"role": ["exact", "in"], "department": ["isnull"]}


class Memberships(Creates, Removes, Resource):
    """Who holds which role where."""

    queryset = Membership.objects.select_related("user", "department")
    serializer_class = MembershipSerializer
    input_class = MembershipInput
    code_field = ""
    filterset_class = MembershipFilters
    ordering_fields = ["role"]
    example = {"id": 7, "user": "vera@city.example", "role": "department_head", "department": "ROADS"}
    input_example = {"user": "vera@city.example", "role": "department_head", "department": "ROADS"}
    permissions = {"read": "org.view_people", "create": "org.edit_people", "remove": "org.edit_people"}

    def create_one(self, data: dict[str, Any]) -> Membership:
        """Give the role; giving it twice is giving it once."""
        return actions.grant_role(by=self.caller, **data)

    def remove_one(self, obj: Membership) -> None:
        """Take the role away; the last administrator stays one (409)."""
        actions.revoke_role(by=self.caller, membership=obj)
