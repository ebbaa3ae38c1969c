"""A Redis cache whose absence slows nothing down and loses nothing."""

from collections.abc import Callable
from typing import Any

import structlog
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = structlog.get_logger(__name__)


class AbsentRedisCache(RedisCache):
    """Redis as a cache; while it is away, every key is missing and nothing is kept.

    What is cached here (call counts, failed sign-ins) may be forgotten; a page or a stored value must not
    fail for it.
    """

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value, or `default` where there is none or nobody to ask."""
        return self._try(default, super().get, key, default, version)

    def set(self, key: Any, value: Any, timeout: Any = 300, version: int | None = None) -> None:
        """Keep a value."""
        self._try(None, super().set, key, value, timeout, version)

    def add(self, key: Any, value: Any, timeout: Any = 300, version: int | None = None) -> bool:
        """Keep a value where there is none; True where nobody can tell."""
        return bool(self._try(True, super().add, key, value, timeout, version))

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget a value."""
        return bool(self._try(False, super().delete, key, version))

    def get_many(self, keys: Any, version: int | None = None) -> dict[Any, Any]:
        """The values that are there."""
        found: dict[Any, Any] = self._try({}, super().get_many, keys, version)
        return found

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count up."""
        return int(self._try(delta, super().incr, key, delta, version))

    def _try(self, otherwise: Any, method: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return method(*arguments)
        except (RedisError, OSError) as error:
            log.warning("cache_unreachable", error=str(error))
            return otherwise
