"""ETags: a fingerprint of what an object says, so that nobody overwrites a change they have not seen."""

import hashlib
import json
from typing import Any

from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.utils.encoders import JSONEncoder

from core.api.problems import Stale


def etag_of(data: Any) -> str:
    """The strong ETag of an object's whole representation."""
    text = json.dumps(data, cls=JSONEncoder, sort_keys=True)
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def refuse_stale(request: Request, current: str) -> None:
    """Raise 412 where `If-Match` names other versions than the current one."""
    wanted = request.headers.get("If-Match")
    if wanted is None or wanted.strip() == "*":
        return
    if current not in parse_etags(wanted):
        raise Stale(_("This was changed since you read it: read it again, then repeat your change."))


def is_known(request: Request, current: str) -> bool:
    """Whether `If-None-Match` says that the caller has this version already (304)."""
    wanted = request.headers.get("If-None-Match")
    if wanted is None:
        return False
    tags = [tag.removeprefix("W/") for tag in parse_etags(wanted)]
    return current in tags or wanted.strip() == "*"
