"""The same city and callers as the tests of the API's base."""

from tests.core.api.conftest import (
    _fresh_counts,
    administrator,
    call,
    city,
    session_of,
    token_of,
    viewer,
)

__all__ = ["_fresh_counts", "administrator", "call", "city", "session_of", "token_of", "viewer"]
