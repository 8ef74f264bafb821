"""What an installation is made of agrees with itself: settings, example, container, pinned requirements."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.settings import ROOT, Settings

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SETTINGS = {f"TANDEM_{name.upper()}" for name in Settings.model_fields}
COMPOSE_ONLY = {"POSTGRES_PASSWORD"}
PINNED = sorted((ROOT / "requirements").glob("*.txt"))


def example() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def test_the_example_names_every_setting_and_no_other() -> None:
    assert set(example()) == SETTINGS | COMPOSE_ONLY


def test_the_example_shows_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)


def test_the_container_sets_only_settings_that_exist() -> None:
    assert set(COMPOSE["services"]["tandem"]["environment"]) <= SETTINGS


def test_every_variable_the_container_asks_for_is_in_the_example() -> None:
    asked_for = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))
    assert asked_for <= set(example())


def test_the_container_waits_for_a_healthy_database() -> None:
    services = COMPOSE["services"]
    assert services["tandem"]["depends_on"]["postgresql"] == {"condition": "service_healthy"}
    assert "pg_isready" in services["postgresql"]["healthcheck"]["test"]


def test_the_container_reaches_the_outside_by_loopback_only() -> None:
    ports = [port for service in COMPOSE["services"].values() for port in service.get("ports", [])]
    assert ports == ["127.0.0.1:8000:8000"]


def test_every_volume_of_the_container_is_declared() -> None:
    mounted = {
        volume.split(":")[0] for service in COMPOSE["services"].values() for volume in service["volumes"]
    }
    assert mounted == set(COMPOSE["volumes"])


def test_the_image_is_made_of_what_is_there_and_not_ignored() -> None:
    wanted = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copies = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    copied = {name for line in copies for name in line.split()}
    assert copied <= wanted
    assert all((ROOT / name).exists() for name in wanted)


@pytest.mark.parametrize("file", PINNED, ids=lambda file: file.name)
def test_every_requirement_is_pinned_with_a_hash_and_names_no_registry(file: Path) -> None:
    text = file.read_text()
    pins = re.findall(r"^[a-z0-9_.-]+==\S+.*\\\n +--hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z]", text, re.MULTILINE)) > 0
    assert "://" not in text


def test_the_requirements_that_are_compiled_hold_what_is_wanted() -> None:
    pinned = (ROOT / "requirements" / "dev.txt").read_text()
    for wanted in ("base.in", "dev.in"):
        lines = (ROOT / "requirements" / wanted).read_text().splitlines()
        for name in (re.split(r"[\[<>=]", line)[0] for line in lines if re.match(r"[a-z]", line)):
            assert re.search(rf"^{name}==", pinned, re.MULTILINE), f"{name}: run make requirements"
