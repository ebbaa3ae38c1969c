"""What every test may use: programs it needs, its own mail folder and broker, real installations."""

import itertools
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connections
from django.test import override_settings

from smo.celery import app as celery_app
from tests import masters
from tests.installation import Databases, Installation

SHARED_DATA = Path(
    os.environ.get("SMO_SHARED_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data")
)

# No example of a property may fail because the machine is busy; what is landed is judged by the same examples
# whenever it is tried, and only a developer's own runs look for new ones.
hypothesis.settings.register_profile("smo", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("smo")


IN_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
COUNT = itertools.count()
STARTS_PROGRAMS = {"browser", "workers", "launch"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that start programs first, then those with many tests: whatever comes last is soon done.

    Two processes share the files; a long one that comes last would let one of them wait for the other.
    """
    size = Counter(item.path for item in items)
    slow = {item.path for item in items if STARTS_PROGRAMS & {mark.name for mark in item.iter_markers()}}
    items.sort(key=lambda item: (item.path not in slow, -size[item.path], str(item.path)))


def pytest_unconfigure(config: pytest.Config) -> None:
    """The process that began the run ends it."""
    if not hasattr(config, "workerinput") and not config.option.collectonly:
        masters.forget_demo()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_use_migrations: bool
) -> None:
    """The test database of each process begins as a copy of the migrated one."""
    if django_db_use_migrations:
        connections["default"].settings_dict["TEST"]["TEMPLATE"] = masters.migrated()


def need(program: str) -> None:
    """Skip a test whose program is missing; where everything is required, fail it."""
    if shutil.which(program):
        return
    message = f"{program} is not installed"
    if os.environ.get("SMO_REQUIRE_ALL"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The suite's own process writes its messages and cache where no other process reads them."""
    var = tmp_path_factory.mktemp("var")
    for name in ("queue", "processed", "control"):
        (var / "broker" / name).mkdir(parents=True)
    django_settings.VAR = var
    django_settings.STATIC_ROOT = var / "static"
    django_settings.STATIC_ROOT.mkdir()  # WhiteNoise warns where it is missing, and a warning is an error
    celery_app.conf.broker_url = "filesystem://localhost"
    celery_app.conf.broker_transport_options = {
        "data_folder_in": str(var / "broker" / "queue"),
        "data_folder_out": str(var / "broker" / "queue"),
        "control_folder": str(var / "broker" / "control"),
    }
    with override_settings(CACHES={"default": {"BACKEND": IN_MEMORY}}):
        yield var


@pytest.fixture(autouse=True)
def own_mail_and_cache(own_folders: Path) -> None:
    """Each test sees only the mail it caused, and no answers cached by another.

    Every test passes here: nothing is made that most of them do not need, not even a folder.
    """
    django_settings.MAIL_FOLDER = own_folders / f"mail-{next(COUNT)}"
    cache.clear()


@pytest.fixture
def shared_data() -> Path:
    """The folder of real data beside the repository."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"no real data at {SHARED_DATA}: set SMO_SHARED_DATA")
    return SHARED_DATA


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Databases]:
    """Databases for real installations, removed at the end."""
    made = Databases(tmp_path_factory.mktemp("installations"), worker_id)
    yield made
    made.drop_all()


@pytest.fixture
def install(databases: Databases) -> Iterator[Callable[..., Installation]]:
    """Start a real installation: `install(demo=…, broker="filesystem" | "redis", worker=…, beat=…)`."""
    running: list[Installation] = []

    def start(**wanted: object) -> Installation:
        if wanted.get("broker") == "redis":
            need("redis-server")
        installation = Installation(databases, **wanted)  # type: ignore[arg-type]
        running.append(installation)
        installation.start()
        return installation

    yield start
    for installation in running:
        installation.stop()
