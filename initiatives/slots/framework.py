"""The maturity hint on an initiative's page."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from initiatives.framework.maturity import maturity_of
from initiatives.models import Initiative


def maturity(request: HttpRequest, initiatives: Sequence[Initiative]) -> dict[int, SafeString]:
    """What each should have by now and has not; ended ones are not judged."""
    return {
        key: render_to_string("initiatives/framework/maturity.html", {"maturity": found}, request)
        for key, found in maturity_of(initiatives).items()
    }
