"""Databases that all others of a run are copied from: one migrated, one that holds the demo.

Each is made by the first process that wants it, while the others wait. The migrated one stays on the server
until the migrations change; the demo, which any line of the product may change, lives for one run.
"""

import contextlib
import functools
import hashlib
import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import django
import psycopg2
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

import core.migrating

PROJECT = Path(__file__).resolve().parent.parent
OURS = f"{settings.DATABASES['default']['NAME']}_master_"
DEMO = f"{OURS}demo_"
RUN = os.environ.setdefault("SMO_TEST_RUN", uuid.uuid4().hex[:8])  # the processes of a run share it


def server_url(name: str) -> str:
    """The URL of a database on the server that the suite runs on."""
    base = settings.DATABASES["default"]
    host = str(base.get("HOST") or "")
    port = f":{base['PORT']}" if base.get("PORT") else ""
    where = f"{port}/{host}" if host.startswith("/") else host + port  # a socket's folder is a path
    who = str(base["USER"]) + (f":{base['PASSWORD']}" if base.get("PASSWORD") else "")
    return f"postgres://{who}@{where}/{name}"


def connect_to(name: str) -> Any:
    """A connection in autocommit mode to a database of the server that the suite runs on."""
    base = settings.DATABASES["default"]
    connection = psycopg2.connect(
        dbname=name,
        user=base["USER"],
        password=base.get("PASSWORD") or None,
        host=base.get("HOST") or None,
        port=base.get("PORT") or None,
    )
    connection.autocommit = True
    return connection


def environment(name: str, var: Path, **more: str) -> dict[str, str]:
    """The environment of processes that use this database and data folder."""
    var.mkdir(parents=True, exist_ok=True)
    kept = {k: v for k, v in os.environ.items() if k not in {"REDIS_URL", "EMAIL_URL", "DEBUG"}}
    return {
        **kept,
        "DATABASE_URL": server_url(name),
        "SMO_VAR": str(var),
        "SMO_DEMO": "1",
        "PYTHONWARNINGS": "default",
        "WEB_WORKERS": "1",
        **more,
    }


def run_manage(environment: Mapping[str, str], *arguments: str, check: bool = True) -> Any:
    """Run a management command as a process of its own."""
    done = subprocess.run(
        [sys.executable, str(PROJECT / "manage.py"), *arguments],
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if check and done.returncode:
        raise AssertionError(f"manage.py {arguments[0]}: {done.stdout}\n{done.stderr}")
    return done


def copy(cursor: Any, name: str, master: str = "template1") -> None:
    """Make a database that is like another one."""
    cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{master}"')


def drop(cursor: Any, name: str) -> None:
    """Remove a database, whoever is still connected."""
    cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@functools.cache
def migrated() -> str:
    """The name of a database with every table and no rows."""
    return _master(f"{OURS}{_digest()}", "template1", "migrate", "-v0")


@functools.cache
def with_demo() -> str:
    """The name of a database that holds the demo."""
    return _master(f"{DEMO}{RUN}", migrated(), "load_demo")


def forget_demo() -> None:
    """Remove the demo of this run; nothing where no server answers."""
    with contextlib.suppress(psycopg2.OperationalError), server() as cursor:
        drop(cursor, f"{DEMO}{RUN}")


def _master(name: str, of: str, *command: str) -> str:
    """The database of this name: a copy of `of` on which a command was run."""
    with server() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [OURS])  # until the connection is closed
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [OURS])
        there = {found for [found] in cursor.fetchall()}
        if name not in there:
            for outdated in there - {of}:
                drop(cursor, outdated)
            _make(cursor, name, of, *command)
    return name


def _make(cursor: Any, name: str, of: str, *command: str) -> None:
    """The name is given last: a database that has it is whole."""
    unfinished = f"{name}_new"
    copy(cursor, unfinished, of)
    with tempfile.TemporaryDirectory() as var:
        run_manage(environment(unfinished, Path(var)), *command)
    cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')


def _digest() -> str:
    """Stands for everything that the tables are made from."""
    found = hashlib.sha1(f"{django.VERSION}".encode(), usedforsecurity=False)
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    modules = {each.__module__ for each in loader.disk_migrations.values()} | {core.migrating.__name__}
    for path in sorted(str(sys.modules[name].__file__) for name in modules):
        found.update(Path(path).read_bytes())
    return found.hexdigest()[:12]


@contextlib.contextmanager
def server() -> Iterator[Any]:
    """A cursor for making and removing databases."""
    with contextlib.closing(connect_to("postgres")) as connection, connection.cursor() as cursor:
        yield cursor
