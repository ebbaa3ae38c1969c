"""Rules that forms, serializers and imports share."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_CODE = re.compile(r"^[\w][\w./:-]*$")


def validate_code(value: str) -> None:
    """A code people use in files and links: letters, digits, `_ . / : -`; no spaces."""
    if not _CODE.match(value):
        raise ValidationError(
            _("%(code)s is no code: use letters, digits and . _ - : / without spaces.")
            % {"code": repr(value)}
        )
