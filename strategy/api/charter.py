"""/api/v1/charter/: what the strategy office is for, who is in it, what it does for others."""

from typing import Any

from django.db import transaction
from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api import bulk
from core.api.etag import etag_of, is_known, refuse_stale
from core.api.lookup import Reference
from core.api.resources import Api
from core.api.shapes import Written
from org.models import User
from strategy.actions.charter import FIELDS, Member, Service, write_charter
from strategy.actions.charter import charter as the_charter
from strategy.models import Charter, CharterMember, CharterService

_SAID: dict[str, Any] = {
    "mandate": "To keep the strategy true and everybody's part in it plain.",
    "authority": "It asks every department for its values, and returns what cannot be right.",
    "principles": "Numbers before opinions.",
    "approved_by": "ava@city.example",
    "approved_on": "2026-01-12",
    "review_on": "2027-01-12",
    "members": [{"person": "petra@city.example", "part": "Leads the office"}],
    "services": [
        {
            "name": "Help with measures",
            "description": "An hour with somebody who has done it before.",
            "audience": "Heads of departments",
            "contact": "petra@city.example",
        }
    ],
}
_CHANGE: dict[str, Any] = {"review_on": "2027-06-30", "members": _SAID["members"]}


class MemberField(serializers.Serializer):
    """Somebody of the office."""

    person = Reference(code_field="email__iexact", queryset=User.objects.filter(is_active=True))
    part = serializers.CharField(max_length=200, allow_blank=True, required=False)


class ServiceField(serializers.Serializer):
    """What the office does for others."""

    name = serializers.CharField(max_length=200)
    description = serializers.CharField(allow_blank=True, required=False)
    audience = serializers.CharField(max_length=200, allow_blank=True, required=False)
    contact = Reference(
        code_field="email__iexact",
        queryset=User.objects.filter(is_active=True),
        allow_null=True,
        required=False,
    )


class CharterFields(serializers.Serializer):
    """What a charter says; its members and services come and go as whole lists."""

    mandate = serializers.CharField(allow_blank=True, required=False)
    authority = serializers.CharField(allow_blank=True, required=False)
    principles = serializers.CharField(allow_blank=True, required=False)
    approved_by = Reference(
        code_field="email__iexact",
        queryset=User.objects.filter(is_active=True),
        allow_null=True,
        required=False,
    )
    approved_on = serializers.DateField(allow_null=True, required=False)
    review_on = serializers.DateField(allow_null=True, required=False)
    members = MemberField(many=True, required=False)
    services = ServiceField(many=True, required=False)


@extend_schema_serializer(many=False)
class CharterSerializer(CharterFields):
    """The charter; empty before it is written."""


class CharterChange(Written, CharterFields):
    """What of it changes; a list that is sent replaces the one before."""


class CharterOfTheOffice(Api, ViewSet):
    """The charter of the strategy office: there is one."""

    example = _SAID
    permissions = {"read": "strategy.view_charter", "change": "strategy.edit_charter"}
    dry_runs = frozenset({"bulk_change"})
    takes_arrays = False

    @extend_schema(
        responses=CharterSerializer,
        examples=[OpenApiExample("charter", _SAID, response_only=True)],
    )
    def list(self, request: Request) -> Response:
        """What the office is for, who is in it, what it does for others; with an ETag."""
        body = _body(the_charter())
        tag = etag_of(body)
        if is_known(request, tag):
            return Response(status=304, headers={"ETag": tag})
        return Response(body, headers={"ETag": tag})

    @extend_schema(
        request=CharterChange,
        responses=CharterSerializer,
        examples=[
            OpenApiExample("change", _CHANGE, request_only=True),
            OpenApiExample("charter", _SAID, response_only=True),
        ],
    )
    def bulk_change(self, request: Request) -> Response:
        """Change the fields that are sent; with a stale `If-Match` nothing (412)."""
        with transaction.atomic():
            Charter.objects.select_for_update().first()  # whoever comes second waits, then is refused
            refuse_stale(request, etag_of(_body(the_charter())))
            asked = CharterChange(data=request.data, partial=True)
            asked.is_valid(raise_exception=True)
            body = _body(write_charter(by=self.caller, **_said(asked.validated_data)))
            if bulk.is_dry_run(request):
                transaction.set_rollback(True)
        return Response(body, headers={"ETag": etag_of(body)})


def _said(data: dict[str, Any]) -> dict[str, Any]:
    """What the action takes of what was sent."""
    rows = {"members": Member, "services": Service}
    lists = {name: [row(**each) for each in data[name]] for name, row in rows.items() if name in data}
    return {name: data[name] for name in FIELDS if name in data} | lists


def _body(charter: Charter) -> dict[str, Any]:
    said = {name: getattr(charter, name) for name in FIELDS}
    members = CharterMember.objects.select_related("person")
    services = CharterService.objects.select_related("contact")
    return dict(CharterSerializer(said | {"members": members, "services": services}).data)
