"""What every view of the API does before and after it answers."""

from typing import Any, ClassVar

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.api import idempotency
from core.api.parameters import refuse_unknown
from core.api.problems import TooLarge
from core.models import IdempotentAnswer


class Api(APIView):
    """What every view of the API does: limits the body, refuses unknown parameters, repeats no POST."""

    http_method_names = ["get", "head", "post", "put", "patch", "delete"]
    query_parameters: ClassVar[frozenset[str] | set[str]] = frozenset()
    reading_parameters: ClassVar[frozenset[str] | set[str]] = frozenset()  # of the list and of one object
    permissions: ClassVar[dict[str, str]] = {}
    write_scopes: ClassVar[set[str]] = set()
    within_department: ClassVar[bool] = False
    # For the OpenAPI document: an object as it is read, as it is sent, and a change of it.
    example: ClassVar[dict[str, Any]] = {}
    input_example: ClassVar[dict[str, Any]] = {}
    change_example: ClassVar[dict[str, Any]] = {}
    keeps_answers: ClassVar[bool] = True  # False where an answer holds a secret
    _claimed: IdempotentAnswer | None = None

    @property
    def caller(self) -> Any:
        """Who is signed in, for the `by` of actions; permissions have refused strangers before."""
        return self.request.user

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Runs before the method that answers; who calls and what they may comes first."""
        if not hasattr(self, (request.method or "").lower()) or request.method == "OPTIONS":
            self.http_method_not_allowed(request)
        if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise TooLarge(
                _("The body is longer than %(most)d bytes.") % {"most": settings.DATA_UPLOAD_MAX_MEMORY_SIZE}
            )
        super().initial(request, *args, **kwargs)
        refuse_unknown(request, self)
        if request.method == "POST" and self.keeps_answers:
            self._claimed = idempotency.claim(request)

    def handle_exception(self, exc: Exception) -> Any:
        """A replayed answer is not an error; everything else is a problem document."""
        if isinstance(exc, idempotency.Replayed):
            return exc.response
        return super().handle_exception(exc)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Keep the answer for a repetition with the same Idempotency-Key."""
        response = super().finalize_response(request, response, *args, **kwargs)
        # Asked for again, an answer is compared by its ETag; what was written is nobody's to keep.
        keep = "private, no-cache" if request.method == "GET" else "no-store"
        response.headers.setdefault("Cache-Control", keep)
        if self._claimed is not None:
            if isinstance(response, Response):
                response.render()
            idempotency.keep(self._claimed, response)
        return response
