"""/api/v1/tokens/: one's own API tokens, and those of service accounts for administrators."""

import ipaddress
from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied

from core.api.lookup import Reference
from core.api.resources import Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from org import actions
from org.enums import AccountKind, Role, Scope
from org.models import ApiToken, Department, User
from org.roles import held_by


class TokenSerializer(Shaped, serializers.ModelSerializer):
    """A token without its secret, which only the answer to its creation shows."""

    user = Reference("email__iexact", read_only=True)
    department = Reference(read_only=True, allow_null=True)
    works = serializers.BooleanField(read_only=True, help_text="Neither revoked nor expired.")
    secret = serializers.CharField(
        read_only=True, allow_null=True, default=None, help_text="Shown once, in the answer to POST."
    )

    class Meta:
        model = ApiToken
        fields = [
            "id",
            "user",
            "name",
            "prefix",
            "scopes",
            "department",
            "networks",
            "created_at",
            "expires_at",
            "revoked_at",
            "last_used_at",
            "works",
            "secret",
        ]


def validate_network(value: str) -> None:
    """An address or a network in CIDR notation: `10.0.0.0/8`."""
    try:
        ipaddress.ip_network(value, strict=False)
    except ValueError as error:
        raise serializers.ValidationError(
            _("%(value)s is no network; write 192.0.2.0/24.") % {"value": repr(value)}
        ) from error


class TokenInput(Written):
    """A token to make, for oneself or (as an administrator) for a service account."""

    user = Reference("email__iexact", queryset=User.objects.all(), required=False)
    name = serializers.CharField(max_length=120, allow_blank=True, required=False)
    scopes = serializers.ListField(
        child=serializers.ChoiceField(Scope.choices), min_length=1, max_length=len(Scope.choices)
    )
    expires_at = serializers.DateTimeField(allow_null=True, required=False)
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    networks = serializers.ListField(
        child=serializers.CharField(max_length=50, validators=[validate_network]),
        max_length=20,
        required=False,
    )

    def validate_expires_at(self, value: Any) -> Any:
        """A moment to come."""
        if value is not None and value <= timezone.now():
            raise serializers.ValidationError(_("This moment is over."))
        return value


class Tokens(Creates, Removes, Resource):
    """One's own tokens; administrators also see those of service accounts.

    Making and revoking them asks for a person who is signed in.

    A token that could make another would outlive its end, its scopes and its revocation.
    """

    queryset = ApiToken.objects.select_related("user", "department")
    serializer_class = TokenSerializer
    input_class = TokenInput
    code_field = ""
    keeps_answers = False
    filterset_fields = {
        "name": ["exact", "icontains"],
        "expires_at": ["gte", "lte", "isnull"],
        "revoked_at": ["isnull"],
    }
    ordering_fields = ["created_at", "name"]
    example = {
        "id": 7,
        "user": "sensors@city.example",
        "name": "Traffic sensors",
        "prefix": "smo_Qm3xKc",
        "scopes": ["read", "measurements:write"],
        "department": "ROADS",
        "networks": ["192.0.2.0/24"],
        "created_at": "2026-01-05T08:00:00Z",
        "expires_at": "2027-01-05T08:00:00Z",
        "revoked_at": None,
        "last_used_at": None,
        "works": True,
        "secret": None,
    }
    input_example = {
        "user": "sensors@city.example",
        "name": "Traffic sensors",
        "scopes": ["read", "measurements:write"],
        "department": "ROADS",
        "networks": ["192.0.2.0/24"],
        "expires_at": "2027-01-05T08:00:00Z",
    }
    permissions = {"read": "org.edit_tokens", "create": "org.edit_tokens", "remove": "org.edit_tokens"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """One's own; for administrators those of service accounts too."""
        if held_by(user).anywhere(Role.ADMINISTRATOR):
            return queryset.filter(Q(user=user) | Q(user__kind=AccountKind.SERVICE))
        return queryset.filter(user=user)

    def whole(self, obj: Any) -> dict[str, Any]:
        """The token as it is read later, without the secret."""
        return {**super().whole(obj), "secret": None}

    def reread(self, written: Sequence[Any]) -> Sequence[Any]:
        """The token as made: read again, it would have lost its secret."""
        return written

    def create_one(self, data: dict[str, Any]) -> ApiToken:
        """Make a token and show its secret, once."""
        self._refuse_tokens()
        owner = data.pop("user", self.caller)
        authorise(self.caller, "org.edit_tokens", owner)
        token, secret = actions.create_api_token(by=self.caller, user=owner, **data)
        token.secret = secret  # type: ignore[attr-defined]
        return token

    def remove_one(self, obj: ApiToken) -> None:
        """Revoke it; it stays listed."""
        self._refuse_tokens()
        actions.revoke_api_token(by=self.caller, token=obj)

    def _refuse_tokens(self) -> None:
        if self.request.auth is not None:
            raise PermissionDenied(_("Sign in to make or revoke tokens: a token cannot do it."))
