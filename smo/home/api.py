"""/api/v1/due-items/: what is due from somebody, over all apps."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from core.api.pagination import Cursor
from core.api.resources import Api
from core.api.routers import Router
from core.due import due_from
from org.models import User
from smo.home.badge import FAR


class DueItemSerializer(serializers.Serializer):
    """Something one person is to do by a day."""

    due_on = serializers.DateField()
    late = serializers.BooleanField()
    kind = serializers.CharField(help_text="Such as `kpis.value`, `kpis.returned`, `kpis.approval`.")
    title = serializers.CharField()
    detail = serializers.CharField(allow_blank=True)
    url = serializers.CharField(help_text="The page where it is done.")


class Whole(Cursor):
    """A short list, whole on one page: the envelope of every list, and nothing to turn over."""

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """None: there is one page."""
        return []


class DueItems(Api, GenericViewSet):
    """What is due from the caller: values to enter or to mend, decisions to take.

    The strategy office may ask for somebody else's. There are no pages: nobody has that much to do.
    """

    queryset = User.objects.none()  # every app gives its own, see `core.due`
    serializer_class = DueItemSerializer
    filter_backends = []
    pagination_class = Whole
    permissions = {"read": "smo.view_due_items"}
    query_parameters = {"person"}
    example = {
        "due_on": "2026-04-15",
        "late": False,
        "kind": "kpis.value",
        "title": "Complaints about roads and parks, March 2026",
        "detail": "Roads",
        "url": "/my-work/#v-7-24314",
    }

    @extend_schema(
        parameters=[OpenApiParameter("person", str, description="E-mail of somebody else; SMO staff only.")]
    )
    def list(self, request: Request, **_kwargs: Any) -> Response:
        """What is due, the earliest first."""
        today = timezone.localdate()
        items = due_from(self._person(request), today, today + FAR)
        rows = [
            {
                "due_on": item.due_on,
                "late": item.is_late(today),
                "kind": item.kind,
                "title": item.title,
                "detail": item.detail,
                "url": item.url,
            }
            for item in items
        ]
        results = DueItemSerializer(rows, many=True).data
        return Response({"next": None, "previous": None, "results": results})

    def _person(self, request: Request) -> Any:
        wanted = request.query_params.get("person", "")
        if not wanted or wanted.lower() == self.caller.email.lower():
            return self.caller
        if not self.caller.has_perm("smo.chase"):
            raise PermissionDenied(_("Only the strategy office asks what is due from others."))
        person = User.objects.filter(email__iexact=wanted, is_active=True).first()
        if person is None:
            raise ValidationError({"person": _("There is nobody with this e-mail.")})
        return person


router = Router()
router.register("due-items", DueItems, "due-items")
