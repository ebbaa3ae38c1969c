"""Start and supervise the product: database, web, worker, beat; all of them or none."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from smo.demo.accounts import ACCOUNTS, PASSWORD
from smo.launch import postgres, processes, steps
from smo.launch.bootstrap import PROJECT, Failure, require_free_port, require_space, say
from smo.launch.processes import Process, Program
from smo.launch.surroundings import Surroundings, manage, python

READY_SECONDS = 90.0
WORKER_SECONDS = 15.0
SPACE_FOR_RUNNING = 100_000_000
# The launcher asks its own server: no proxy of the environment may stand between.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Undertaking:
    """What one start does: the environment of its programs, the steps before, the web program."""

    surroundings: Surroundings
    environment: dict[str, str]
    web: Program
    demo: bool
    collect: bool


def gunicorn(surroundings: Surroundings, environment: dict[str, str]) -> Program:
    """Return the web server of the demo: the one of production, on the loopback interface."""
    command = python(
        *("-m", "gunicorn", "--config", "python:smo.launch.web_server"),
        *("--bind", f"127.0.0.1:{surroundings.port}"),
    )
    return Program("web", command, environment, log=surroundings.log("web"), folder=PROJECT)


def development_server(surroundings: Surroundings, environment: dict[str, str]) -> Program:
    """Return Django's server with reload; it writes to the terminal."""
    command = manage("runserver", f"127.0.0.1:{surroundings.port}")
    return Program("web", command, environment, folder=PROJECT)


def worker(surroundings: Surroundings, environment: dict[str, str]) -> Program:
    """Return the Celery worker: threads, since a task waits for the database most of its time."""
    command = python(
        *("-m", "celery", "-A", "smo", "worker", "--pool", "threads", "--concurrency", "2"),
        *("--without-gossip", "--without-mingle", "--loglevel", "INFO"),
    )
    return Program("worker", command, environment, log=surroundings.log("worker"), folder=PROJECT)


def beat(surroundings: Surroundings, environment: dict[str, str]) -> Program:
    """Return Celery's clock with the schedules that people edit; no pid file that a crash could leave."""
    command = python(
        *("-m", "celery", "-A", "smo", "beat", "--pidfile=", "--loglevel", "INFO"),
        *("--scheduler", "django_celery_beat.schedulers:DatabaseScheduler"),
    )
    # Asked to end while its database goes away too, beat takes the lost connection for the news and goes on.
    return Program(
        "beat",
        command,
        environment,
        log=surroundings.log("beat"),
        folder=PROJECT,
        death_signal=signal.SIGKILL,
    )


@contextlib.contextmanager
def database(var: Path) -> Iterator[list[Process]]:
    """Have a database inside the block: the embedded one, unless DATABASE_URL names another."""
    if os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_URL_FILE"):
        yield []
        return
    with postgres.running(var) as server:
        yield [server] if server else []


@contextlib.contextmanager
def together(programs: Sequence[Program]) -> Iterator[list[Process]]:
    """Run the programs inside the block; end them all after it, whatever happened."""
    started: list[Process] = []
    try:
        for program in programs:
            if program.log:
                processes.keep_previous(program.log)
            started.append(processes.start(program))
        yield started
    finally:
        processes.stop(started)


def require_all(running: Sequence[Process]) -> None:
    """Raise Failure, naming it and the end of its log, when a program has ended by itself."""
    for process in running:
        if process.ended:
            name, code = process.program.name, process.popen.returncode
            words = f"The program “{name}” ended by itself (code {code}); stopping the others."
            raise Failure(words + process.last_words())


def readiness(url: str) -> str:
    """Return "" when /readyz answers 200, else what it or the network said."""
    try:
        with DIRECT.open(f"{url}/readyz", timeout=5):
            return ""
    except urllib.error.HTTPError as answer:
        return f"{answer.code} {answer.read(500).decode(errors='replace')}"
    except (OSError, http.client.HTTPException) as error:
        return str(error)


def wait_until_ready(url: str, running: Sequence[Process]) -> None:
    """Wait for the web server to report that it, the database and the broker work."""
    deadline = time.monotonic() + READY_SECONDS
    while said := readiness(url):
        require_all(running)
        if time.monotonic() > deadline:
            raise Failure(f"{url}/readyz did not become ready in {READY_SECONDS:.0f} s; it says: {said}")
        time.sleep(0.25)


def wait_for_worker(running: Sequence[Process]) -> None:
    """Wait until the worker takes tasks, so that the first value entered is computed at once.

    A worker that is slower than this is no reason to hold the start up: what it misses now, it does later.
    """
    deadline = time.monotonic() + WORKER_SECONDS
    while time.monotonic() < deadline:
        require_all(running)
        logs = [process.program.log for process in running if process.program.name == "worker"]
        if all(log is None or b" ready." in log.read_bytes() for log in logs):
            return
        time.sleep(0.25)


def announce(undertaking: Undertaking) -> None:
    """Say where to go and, in the demo, how to sign in."""
    if undertaking.demo:
        say(f"\nSign in with the password {PASSWORD} as one of:")
        for account in ACCOUNTS:
            say(f"  {account.email:<26}{account.job_title}: {account.describes}")
    say(f"\nReady: {undertaking.surroundings.url}")
    say(f"Logs: {undertaking.surroundings.var / 'log'}    Stop: Ctrl-C")


def serve(undertaking: Undertaking) -> None:
    """Start everything, say when it is ready, and watch until a stop or the end of one program."""
    surroundings, environment = undertaking.surroundings, undertaking.environment
    var = surroundings.var
    require_free_port(surroundings.port)
    surroundings.make_folders()
    require_space(var, SPACE_FOR_RUNNING)
    say("Starting the database …")
    with database(var) as servers:
        steps.perform(steps.migrate(var), surroundings, environment)
        if undertaking.collect:
            steps.perform(steps.collect_static_files(var), surroundings, environment)
        if undertaking.demo:
            steps.perform(steps.load_demo(var), surroundings, environment)
        say("Starting web, worker and beat …")
        programs = [undertaking.web, worker(surroundings, environment), beat(surroundings, environment)]
        with together(programs) as started:
            wait_until_ready(surroundings.url, started)
            wait_for_worker(started)
            announce(undertaking)
            while True:
                require_all([*servers, *started])
                time.sleep(0.5)


def demo() -> int:
    """Run the demo: production's web server, the demo organisation, everything embedded."""
    surroundings = Surroundings.from_environment()
    environment = surroundings.environment(SMO_DEMO="1", STATIC_MANIFEST="1")
    serve(
        Undertaking(surroundings, environment, gunicorn(surroundings, environment), demo=True, collect=True)
    )
    return 0


def run() -> int:
    """Run the development server with reload; with the demo organisation only where SMO_DEMO=1."""
    surroundings = Surroundings.from_environment()
    environment = surroundings.environment(DEBUG=os.environ.get("DEBUG", "1"))
    asked = os.environ.get("SMO_DEMO", "") not in ("", "0")
    web = development_server(surroundings, environment)
    serve(Undertaking(surroundings, environment, web, demo=asked, collect=False))
    return 0
