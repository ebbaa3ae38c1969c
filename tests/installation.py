"""A whole installation for a test: its own database, and web, worker, beat and broker as processes."""

import contextlib
import json
import os
import shutil
import signal
import socket
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kpis.actions.staging import ROLLUP_LOCK
from smo.launch import processes, serving
from smo.launch.processes import Process, Program
from smo.launch.surroundings import Surroundings
from tests import masters

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def until(condition: Callable[[], Any], seconds: float, what: str) -> Any:
    """The first true answer of `condition`, asked often; fails naming `what` when the time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds:g} s: {what}")


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Databases:
    """Databases of installations: copies of the migrated master or of the one that holds the demo."""

    def __init__(self, folder: Path, worker_id: str) -> None:
        self.folder = folder
        self.prefix = f"smo_installation_{worker_id}_{os.getpid()}"
        self.made: list[str] = []

    def fresh(self, demo: bool) -> str:
        """The name of a new database."""
        name = f"{self.prefix}_{uuid.uuid4().hex[:8]}"
        master = masters.with_demo() if demo else masters.migrated()
        with masters.server() as cursor:
            masters.copy(cursor, name, master)
        self.made.append(name)
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        with masters.server() as cursor:
            masters.drop(cursor, name)
        self.made.remove(name)

    def drop_all(self) -> None:
        """Remove what is left."""
        for name in list(self.made):
            self.drop(name)


class Installation:
    """SMO as it runs for people: what a test does to it goes through HTTP, commands and signals."""

    def __init__(
        self,
        databases: Databases,
        *,
        demo: bool = True,
        broker: str = "filesystem",
        worker: bool = True,
        beat: bool = False,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self.databases, self.wanted_worker, self.wanted_beat = databases, worker, beat
        self.database = databases.fresh(demo)
        self.var = databases.folder / self.database
        self.port = free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        more = {"BASE_URL": self.base_url, **(settings or {})}
        self.redis_port = free_port() if broker == "redis" else 0
        if self.redis_port:
            more["REDIS_URL"] = f"redis://127.0.0.1:{self.redis_port}/0"
        self.environment = masters.environment(self.database, self.var, **more)
        self.surroundings = Surroundings(self.var, self.port)
        self.running: list[Process] = []
        self.tokens: dict[str, str] = {}

    def start(self) -> None:
        """Start the processes and wait until the web server is ready."""
        (self.var / "log").mkdir(parents=True, exist_ok=True)
        if self.redis_port:
            self.start_redis()
        self.web = self._start(serving.gunicorn(self.surroundings, self.environment))
        if self.wanted_worker:
            self.start_worker()
        if self.wanted_beat:
            self._start(serving.beat(self.surroundings, self.environment))
        serving.wait_until_ready(self.base_url, self.running)
        if self.wanted_worker:
            serving.wait_for_worker(self.running)

    def _start(self, program: Program) -> Process:
        process = processes.start(program)
        self.running.append(process)
        return process

    def start_worker(self) -> Process:
        """Start a Celery worker."""
        self.worker = self._start(serving.worker(self.surroundings, self.environment))
        return self.worker

    def start_redis(self) -> Process:
        """Start the Redis server that is the broker."""
        command = [shutil.which("redis-server") or "redis-server", "--port", str(self.redis_port)]
        command += ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(self.var)]
        log = self.var / "log" / "redis.log"
        self.redis = self._start(Program("redis", command, self.environment, log=log))
        return self.redis

    def kill(self, process: Process) -> None:
        """End a process and its children as a crash does: without a word."""
        os.killpg(process.popen.pid, signal.SIGKILL)
        process.popen.wait()
        self.running.remove(process)

    def stop(self) -> None:
        """Stop everything and remove the database."""
        processes.stop(self.running)
        self.running.clear()
        self.databases.drop(self.database)

    def manage(self, *arguments: str, check: bool = True) -> Any:
        """Run a management command against this installation."""
        return masters.run_manage(self.environment, *arguments, check=check)

    def connect(self) -> Any:
        """A connection to this installation's database, in autocommit mode."""
        return masters.connect_to(self.database)

    def query(self, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Rows of a statement on this installation's database."""
        with contextlib.closing(self.connect()) as connection, connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return list(cursor.fetchall()) if cursor.description else []

    @contextlib.contextmanager
    def holding_rollup_lock(self, kpi: str) -> Iterator[None]:
        """Inside the block no worker gets past the point where it takes this KPI's lock."""
        with contextlib.closing(self.connect()) as connection, connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_lock(%s, id::int) FROM kpis_kpi WHERE code = %s", [ROLLUP_LOCK, kpi]
            )
            yield

    def waits_for_a_lock(self) -> bool:
        """Whether a process of this installation waits for an advisory lock."""
        return bool(
            self.query(
                """SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()"""
            )
        )

    def token(self, email: str, scopes: str = "read,write") -> str:
        """An API token of a person."""
        if email not in self.tokens:
            said = self.manage("create_api_token", email, "--scopes", scopes).stdout
            self.tokens[email] = said.strip().splitlines()[-1]
        return self.tokens[email]

    def call(self, method: str, path: str, body: Any = None, email: str = "smo@demo.example") -> Any:
        """A call of the REST API as that person: the answer's JSON; raises AssertionError with a problem."""
        request = urllib.request.Request(
            self.base_url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token(email)}", "Content-Type": "application/json"},
        )
        try:
            with DIRECT.open(request, timeout=30) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.code} {error.read().decode()}") from error
