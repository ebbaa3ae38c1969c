"""Programs sign in with `Authorization: Bearer <token>`."""

import dataclasses
import ipaddress
from datetime import timedelta
from typing import Any

import structlog
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from org.actions import token_digest
from org.models import ApiToken, User
from org.queries import path_of
from org.roles import Held, held_by

NOTED_EVERY = timedelta(minutes=1)


class BearerToken(BaseAuthentication):
    """The token's user, holding their roles only as far as the token reaches."""

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        """User and token; None where no token was sent; raises AuthenticationFailed (401)."""
        scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        token = (
            ApiToken.objects.select_related("user", "department")
            .filter(digest=token_digest(secret.strip()))
            .first()
        )
        if token is None or not token.works or not token.user.may_sign_in:
            raise AuthenticationFailed(_("This token is unknown, expired or revoked."))
        if not _from_allowed_network(token, BaseThrottle().get_ident(request) or ""):
            raise AuthenticationFailed(_("This token may not be used from your address."))
        token.user._held = _reach(token)  # type: ignore[attr-defined]
        _note_use(token)
        structlog.contextvars.bind_contextvars(user_id=token.user_id, token=token.prefix)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """What a 401 asks for."""
        return 'Bearer realm="api"'


def _from_allowed_network(token: ApiToken, address: str) -> bool:
    """Whether the caller's address lies in one of the token's networks (none: everywhere)."""
    if not token.networks:
        return True
    try:
        caller = ipaddress.ip_address(address)
    except ValueError:
        return False  # behind a socket, where the address is not known
    return any(caller in ipaddress.ip_network(network, strict=False) for network in token.networks)


def _reach(token: ApiToken) -> Held:
    """The user's roles within the token's department (none: everywhere), with the token's scopes."""
    held = held_by(token.user)
    limit = "" if token.department is None else path_of(token.department)
    if limit is None:
        raise AuthenticationFailed(_("The department of this token no longer stands in the tree."))
    roles = {(role, max(path, limit, key=len)) for role, path in held.roles if _meet(path, limit)}
    return dataclasses.replace(
        held, roles=frozenset(roles), token_scopes=frozenset(token.scopes), token_path=limit
    )


def _meet(path: str, limit: str) -> bool:
    return path.startswith(limit) or limit.startswith(path)


def _note_use(token: ApiToken) -> None:
    """Keep when the token was last used, to the minute: a write a request would cost more than it tells."""
    now = timezone.now()
    if token.last_used_at is not None and token.last_used_at > now - NOTED_EVERY:
        return
    long_ago = Q(last_used_at__isnull=True) | Q(last_used_at__lt=now - NOTED_EVERY)
    ApiToken.objects.filter(long_ago, pk=token.pk).update(last_used_at=now)


class BearerTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the OpenAPI document describes tokens."""

    target_class = BearerToken
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        """Bearer, as RFC 6750 has it."""
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A token made on the page of your profile, or with `manage.py create_api_token`.",
        }
