"""`make demo` as a person meets it: real processes, real signals, a folder with a space in its name."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from smo.launch.postgres import server_pid, socket_directory
from tests.launch.place import (
    Start,
    check_out,
    clean_environment,
    free_port,
    processes_with,
    wait_for_silence,
)

pytestmark = [pytest.mark.launch, pytest.mark.xdist_group("launch")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in a folder with a space in its name."""
    return check_out(tmp_path_factory.mktemp("a place") / "smo")


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def demo(folder: Path, port: int) -> Iterator[Start]:
    """A running demo; the module's tests share its data."""
    start = Start(folder, "demo", clean_environment(PORT=str(port)))
    try:
        start.wait_for("^Ready: ", seconds=170)
        yield start
    finally:
        start.stop()


def test_it_says_where_to_go_and_how_to_sign_in_and_leaves_nothing_behind(
    demo: Start, folder: Path, port: int
) -> None:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=10) as answer:
        assert answer.status == 200
    assert f"Ready: http://127.0.0.1:{port}" in demo.lines
    assert [line.split()[0] for line in demo.lines if "@demo.example" in line] == [
        "admin@demo.example",
        "smo@demo.example",
        "executive@demo.example",
        "head@demo.example",
        "contributor@demo.example",
        "viewer@demo.example",
    ]
    demo.stop()
    assert "Stopped." in demo.lines[-2:]  # make's own word may follow
    assert wait_for_silence(folder / "var", 5) == {}
    assert not socket_directory(folder / "var").exists()


def test_a_command_with_the_same_data_folder_talks_to_the_same_database(demo: Start, folder: Path) -> None:
    asked = "from django.db import connection as c; c.ensure_connection(); print(c.settings_dict['HOST'])"
    done = subprocess.run(
        [folder / ".venv/bin/python", "manage.py", "shell", "--no-imports", "-c", asked],
        cwd=folder,
        env=clean_environment(),
        capture_output=True,
        text=True,
    )
    assert done.stdout.split()[-1] == str(socket_directory(folder / "var")), done.stderr


def test_it_starts_again(demo: Start, folder: Path, port: int) -> None:
    demo.stop()
    again = Start(folder, "demo", clean_environment(PORT=str(port)))
    try:
        again.wait_for("^Ready: ")
    finally:
        again.stop()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP], ids=["ctrl-c", "hang-up"])
def test_it_stops_on_a_signal_to_its_terminal(demo: Start, folder: Path, number: signal.Signals) -> None:
    os.killpg(demo.make.pid, number)
    demo.end()
    assert wait_for_silence(folder / "var", 5) == {}


def test_killing_the_launcher_leaves_no_process_and_no_damage(demo: Start, folder: Path, port: int) -> None:
    os.kill(demo.launcher(), signal.SIGKILL)
    assert demo.end() != 0
    assert wait_for_silence(folder / "var", 20) == {}
    again = Start(folder, "demo", clean_environment(PORT=str(port)))
    try:
        again.wait_for("^Ready: ")
    finally:
        again.stop()


def test_the_end_of_one_program_stops_all_and_is_named(demo: Start, folder: Path) -> None:
    worker = next(
        number for number, command in processes_with(folder / "var").items() if " worker " in command
    )
    os.kill(worker, signal.SIGKILL)
    assert demo.end() != 0
    assert "✗ The program “worker” ended by itself (code -9); stopping the others." in demo.output
    assert "worker.log ends with:" in demo.output
    assert wait_for_silence(folder / "var", 5) == {}


def test_a_killed_database_is_named_and_recovers(demo: Start, folder: Path, port: int) -> None:
    server = server_pid(folder / "var" / "postgres")
    assert server is not None
    os.kill(server, signal.SIGKILL)
    assert demo.end() != 0
    assert "✗ The program “database” ended by itself" in demo.output
    # After a reboot the number may belong to anybody: here to this test.
    lock = folder / "var" / "postgres" / "postmaster.pid"
    lock.write_text(lock.read_text().replace(str(server), str(os.getpid()), 1))
    again = Start(folder, "demo", clean_environment(PORT=str(port)))
    try:
        again.wait_for("^Ready: ")
    finally:
        again.stop()


def test_a_taken_port_is_one_clear_line(folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        start = Start(folder, "demo", clean_environment(PORT=str(port)))
        assert start.end() != 0
    assert start.lines[0] == f"✗ Port {port} is taken; choose another: make demo PORT={port % 65535 + 1}"
    assert len(start.lines) == 2  # make's own "Error 1" is the other


def test_a_port_that_is_none_is_one_clear_line(folder: Path) -> None:
    start = Start(folder, "demo", clean_environment(PORT="eight"))
    assert start.end() != 0
    assert start.lines[0] == "✗ PORT=eight is no port: use a number from 1 to 65535."


def test_a_python_that_is_too_old_is_one_clear_line(folder: Path, tmp_path: Path) -> None:
    for name in ("python3", "python3.13", "python3.12", "python3.11", "python"):
        fake = tmp_path / name
        fake.write_text("#!/bin/sh\nexit 1\n")  # what an old one answers when asked for its version
        fake.chmod(0o755)
    start = Start(folder, "demo", clean_environment(PATH=f"{tmp_path}:{os.environ['PATH']}"))
    assert start.end() != 0
    assert start.lines[0] == "✗ Python 3.11 or newer is needed; none was found."


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as another user")
def test_it_works_as_an_ordinary_user(folder: Path, tmp_path: Path, port: int) -> None:
    nobody = pwd.getpwnam("nobody")
    try:
        subprocess.run(
            [sys.executable, "-c", ""],
            user=nobody.pw_uid,
            group=nobody.pw_gid,
            extra_groups=[],
            cwd="/",
            check=True,
        )
    except PermissionError:
        pytest.skip(f"{sys.executable} is out of reach for ordinary users")
    home = Path("/tmp") / f"smo-test-{os.getpid()}"  # pytest's own folders are private to root
    own = check_out(home / "smo")
    try:
        for entry in (home, *home.rglob("*")):
            os.chown(entry, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)
        environment = clean_environment(PORT=str(port), HOME=str(home), USER="nobody")
        start = Start(own, "demo", environment, user=nobody.pw_uid)
        start.wait_for("^Ready: ", seconds=170)
        start.stop()
        assert wait_for_silence(own / "var", 5) == {}
    finally:
        shutil.rmtree(home)
