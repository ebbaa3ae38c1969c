"""The embedded PostgreSQL: where it is, whom it serves, what it survives."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import environ
import pytest

from smo.launch import postgres
from smo.launch.bootstrap import Failure
from smo.launch.ownership import claim, database_owner
from smo.launch.processes import Owner

pytestmark = [pytest.mark.launch, pytest.mark.xdist_group("launch")]


@pytest.fixture
def var() -> Iterator[Path]:
    """A data folder with a long name with spaces in it, which the server's own user can reach."""
    folder = Path("/tmp") / f"smo test {os.getpid()}" / ("a long name " * 12).strip() / "var"
    yield folder
    shutil.rmtree(folder.parent.parent, ignore_errors=True)


def rows(var: Path, statement: str) -> list[tuple]:
    with closing(postgres.connect(var, postgres.DATABASE)) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def test_the_socket_fits_into_107_bytes_however_long_the_folder_is(var: Path) -> None:
    assert len(os.fsencode(postgres.socket_directory(var) / ".s.PGSQL.5432")) <= 107
    assert postgres.socket_directory(var) != postgres.socket_directory(var / "other")


def test_the_url_reads_back_as_a_socket_without_a_password(var: Path) -> None:
    assert environ.Env.db_url_config(postgres.database_url(var)) == {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(postgres.socket_directory(var)),
        "NAME": "smo",
        "USER": "smo",
        "PASSWORD": "",
        "PORT": "",
    }


def test_it_keeps_what_was_written_and_listens_to_nobody_else(var: Path) -> None:
    with postgres.running(var):
        rows(var, "CREATE TABLE kept (value int); INSERT INTO kept VALUES (42)")
        assert rows(var, "SHOW listen_addresses") == [("",)]
        assert postgres.socket_directory(var).stat().st_mode & 0o777 == 0o700
    assert postgres.server_pid(postgres.data_directory(var)) is None
    with postgres.running(var):
        assert rows(var, "SELECT value FROM kept") == [(42,)]


def test_a_second_start_shares_the_server_and_leaves_it_running(var: Path) -> None:
    with postgres.running(var) as first:
        with postgres.running(var) as second:
            assert (first is not None, second) == (True, None)
        assert rows(var, "SELECT 1") == [(1,)]


def test_an_interrupted_first_start_is_begun_anew(var: Path) -> None:
    half = var / "postgres.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    with postgres.running(var):
        assert rows(var, "SELECT 1") == [(1,)]
    assert not half.exists()


def test_it_refuses_a_socket_folder_that_somebody_else_made(tmp_path: Path) -> None:
    folder = tmp_path / "socket"
    folder.symlink_to(tmp_path)
    with pytest.raises(Failure, match="remove it and start again"):
        claim(folder, Owner(os.geteuid(), os.getegid()))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root chooses another user")
def test_root_serves_data_as_the_user_who_owns_it(tmp_path: Path) -> None:
    os.chown(tmp_path, 65534, 65534)
    assert database_owner(tmp_path) == Owner(65534, 65534, switch=True)
