"""The day as of which an answer of the API speaks."""

from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from kpis.as_of import AsOf, AsOfError, read_as_of

AS_OF = OpenApiParameter(
    "as_of",
    {"type": "string", "format": "date"},
    description="What was known at the end of this day (where the installation stands); else today.",
)


def as_of_asked(request: Request) -> AsOf:
    """The day that `?as_of=` names, else today; 400 says why another day cannot be shown."""
    return as_of_from("as_of", request.query_params.get("as_of"))


def as_of_from(name: str, text: str | None) -> AsOf:
    """The day that the parameter `name` says, else today."""
    try:
        return read_as_of(text)
    except AsOfError as error:
        raise ValidationError({name: str(error)}, "as_of") from error
