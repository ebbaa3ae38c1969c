"""/api/v1/history/: who changed what when, with the values themselves."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from core.api.resources import Api
from core.changes.kinds import tracked_kinds
from org.api.history_events import DEEDS, asked, told
from org.models import User


class ChangedFieldSerializer(serializers.Serializer):
    """One field before and after; of an addition `before` is null."""

    field = serializers.CharField()
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)


class ChangeSerializer(serializers.Serializer):
    """That an object was added, changed or removed."""

    id = serializers.IntegerField(help_text="Counted within the kind.")
    kind = serializers.CharField()
    object = serializers.IntegerField(help_text="Id of the object.")
    deed = serializers.ChoiceField(sorted(DEEDS.values()))
    at = serializers.DateTimeField()
    user = serializers.CharField(allow_null=True, help_text="E-mail of who did it; null: the system.")
    action = serializers.CharField(allow_blank=True)
    changes = ChangedFieldSerializer(many=True)


class History(Api, GenericViewSet):
    """The history of people, departments, KPIs, plans and everything else that is edited, newest first.

    Values that were reported are not in it: their own revisions are their history (`measurements`).
    """

    queryset = User.objects.none()  # there is a table a kind, see `events`
    serializer_class = ChangeSerializer
    filter_backends = []
    example = {
        "id": 3,
        "kind": "org.department",
        "object": 7,
        "deed": "changed",
        "at": "2026-03-14T09:30:00Z",
        "user": "vera@city.example",
        "action": "org.change_department",
        "changes": [{"field": "name", "before": "Roads", "after": "Roads and bridges"}],
    }
    permissions = {"read": "org.view_history"}
    query_parameters = {"kind", "object", "user", "at__gte", "at__lte", "limit", "cursor"}

    @extend_schema(
        parameters=[
            OpenApiParameter("kind", str, required=True, description="Such as `org.department`."),
            OpenApiParameter("object", str, description="Code or id of one object."),
            OpenApiParameter("user", str, description="E-mail or id of who did it."),
            OpenApiParameter("at__gte", str, description="From this day or moment on."),
            OpenApiParameter("at__lte", str, description="Until this day or moment."),
        ]
    )
    def list(self, request: Request, **_kwargs: Any) -> Response:
        """The changes of all objects of a kind, or of one object."""
        kind = request.query_params.get("kind", "")
        if kind not in tracked_kinds():
            known = ", ".join(sorted(tracked_kinds()))
            raise ValidationError({"kind": _("One of: %(known)s.") % {"known": known}})
        page = self.paginate_queryset(asked(kind, request))
        return self.get_paginated_response(ChangeSerializer(told(kind, page or []), many=True).data)
