"""Whether this process is alive, and whether what it needs is there."""

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import structlog
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

log = structlog.get_logger(__name__)


class NotReady(Exception):
    """What is missing, in a line without secrets."""


def _check_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@lru_cache(maxsize=1)
def _migrations_of_this_release() -> set[tuple[str, str]]:
    return set(MigrationLoader(None).disk_migrations)


def _check_migrations() -> None:
    missing = _migrations_of_this_release() - set(MigrationRecorder(connection).applied_migrations())
    if missing:
        raise NotReady(f"{len(missing)} migrations to apply: run manage.py migrate")


def _check_folder_broker() -> None:
    options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    for name in ("data_folder_in", "control_folder"):
        folder = Path(str(options[name]))
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            raise NotReady(f"the broker's folder {folder.name} is missing or cannot be written")


def _check_broker() -> None:
    """The broker takes messages; an answer within a second, whatever happens."""
    if not settings.REDIS_URL:
        _check_folder_broker()
        return
    patience = {"socket_timeout": 0.8, "socket_connect_timeout": 0.8}
    with Redis.from_url(settings.REDIS_URL, retry=Retry(NoBackoff(), retries=0), **patience) as broker:
        broker.ping()


CHECKS: dict[str, Callable[[], None]] = {
    "database": _check_database,
    "migrations": _check_migrations,
    "broker": _check_broker,
}


def _state(name: str, check: Callable[[], None]) -> str:
    """ "ok", or what is wrong; an address or a password in an error goes to the log only."""
    try:
        check()
    except NotReady as reason:
        return str(reason)
    except Exception as error:  # whatever a driver raises means that it is not there
        log.warning("not_ready", part=name, error=str(error))
        return f"does not answer ({type(error).__name__})"
    return "ok"


def states() -> dict[str, str]:
    """Each part by name: "ok", or what is wrong with it."""
    return {name: _state(name, check) for name, check in CHECKS.items()}


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Alive: this process answers. Touches neither database nor broker."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Ready: database, migrations and broker, each by name; 503 and the reason where one is not."""
    found = states()
    ready = all(state == "ok" for state in found.values())
    return JsonResponse({"status": "ok" if ready else "unavailable", **found}, status=200 if ready else 503)
