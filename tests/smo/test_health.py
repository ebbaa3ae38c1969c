"""What the surroundings of the product ask it."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

READY = {"status": "ok", "database": "ok", "migrations": "ok", "broker": "ok"}


def test_alive_asks_neither_database_nor_broker(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}  # pytest-django forbids the database here


@pytest.mark.django_db
def test_ready_when_everything_is_there(client: Client) -> None:
    response = client.get("/readyz")

    assert (response.status_code, response.json()) == (200, READY)


@pytest.mark.django_db
def test_it_is_not_ready_before_its_migrations(client: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="org").delete()

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["migrations"].endswith("migrations to apply: run manage.py migrate")


@pytest.mark.django_db
def test_it_names_a_broker_folder_that_is_gone(
    client: Client, settings: LazySettings, tmp_path: Path
) -> None:
    settings.REDIS_URL = ""
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(tmp_path / "queue"),
        "control_folder": str(tmp_path),
    }

    response = client.get("/readyz")

    reason = "the broker's folder queue is missing or cannot be written"
    assert (response.status_code, response.json()) == (
        503,
        READY | {"status": "unavailable", "broker": reason},
    )


@pytest.fixture
def silent_server() -> Iterator[int]:
    """The port of a server that accepts and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.django_db
def test_a_broker_that_hangs_is_given_up_within_a_second(
    client: Client, settings: LazySettings, silent_server: int
) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{silent_server}/0"
    client.get("/healthz")
    began = time.monotonic()

    response = client.get("/readyz")

    assert time.monotonic() - began < 1
    assert (response.status_code, response.json()["database"]) == (503, "ok")
    assert response.json()["broker"].startswith("does not answer")


@pytest.mark.django_db(transaction=True)
def test_it_names_a_database_that_does_not_answer(client: Client) -> None:
    connection.close()
    kept = dict(connection.settings_dict)
    connection.settings_dict.update(HOST="127.0.0.1", PORT="1")
    try:
        response = client.get("/readyz")
    finally:
        connection.settings_dict.update(kept)
        connection.close()

    assert (response.status_code, response.json()["broker"]) == (503, "ok")
    assert response.json()["database"] == "does not answer (OperationalError)"
