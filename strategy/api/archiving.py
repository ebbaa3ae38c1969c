"""Taking elements out of a plan by REST: DELETE, archiving and bringing back."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.resources import Removes
from strategy.actions import archive_element, remove_element, restore_element


class Archives(Removes):
    """DELETE what nothing uses (409 names what does), POST …/archive/ and …/restore/ the rest."""

    def remove_one(self: Any, obj: Any) -> None:
        """Take it out of the plan."""
        remove_element(by=self.caller, element=obj)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def archive(self: Any, request: Request, ref: str) -> Response:
        """It counts no longer from today on; earlier days keep it."""
        obj = self.get_object()
        archive_element(by=self.caller, element=obj)
        return self.done([obj], many=False, status=200)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def restore(self: Any, request: Request, ref: str) -> Response:
        """It counts again from today on."""
        obj = self.get_object()
        restore_element(by=self.caller, element=obj)
        return self.done([obj], many=False, status=200)
