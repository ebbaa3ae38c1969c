"""Status updates by REST do what the pages do."""

import json
from typing import Any

from django.test import Client

from initiatives.models import StatusUpdate
from tests.initiatives.status.conftest import GREEN, Town
from tests.initiatives.status.test_asking import session

SAID = {"done": "Ten masts", "next": "Ten more", "progress": 20, **GREEN}


def sent(client: Client, method: str, path: str, body: Any) -> Any:
    """A call with JSON."""
    call = getattr(client, method)
    return call(f"/api/v1/{path}", json.dumps(body), content_type="application/json")


def row(update: StatusUpdate) -> dict[str, Any]:
    """What is stored of an update, but for when and of which initiative."""
    told = (
        "due_on",
        "state",
        "progress",
        "done",
        "next",
        "schedule",
        "cost",
        "scope",
        "computed",
        "author_id",
    )
    return {name: getattr(update, name) for name in told}


def test_page_and_rest_store_the_same(town: Town) -> None:
    client = session(town.hana)
    assert client.post("/initiatives/TREES/status/update/", SAID).status_code == 302
    answer = sent(client, "post", "status-updates/", {"initiative": "LAMPS", **SAID, "state": "submitted"})
    assert answer.status_code == 201
    assert row(town.lamps.updates.get()) == row(town.trees.updates.get())


def test_a_draft_is_written_on_and_handed_in(town: Town) -> None:
    client = session(town.lina)
    draft = sent(client, "post", "status-updates/", {"initiative": "LAMPS", "done": "Half"}).json()
    assert (draft["state"], draft["computed"], draft["overall"]) == ("draft", None, "")
    path = f"status-updates/{draft['id']}/"
    missing = sent(client, "patch", path, {"state": "submitted"})
    assert (missing.status_code, [each["field"] for each in missing.json()["errors"]]) == (
        400,
        ["schedule", "cost", "scope"],
    )
    done = sent(client, "patch", path, {**GREEN, "state": "submitted"}).json()
    assert (done["state"], done["overall"], done["author"]) == ("submitted", "green", "lina@city.example")
    assert done["computed"]["schedule_unknown"] == "no_plan"
    assert sent(client, "patch", path, {"done": "All"}).status_code == 409


def test_drafts_are_for_those_who_write_them(town: Town) -> None:
    draft = sent(
        session(town.lina), "post", "status-updates/", {"initiative": "LAMPS", "done": "Half"}
    ).json()
    path = f"/api/v1/status-updates/{draft['id']}/"
    assert [session(each).get(path).status_code for each in (town.hana, town.staff)] == [200, 200]
    assert [session(each).get(path).status_code for each in (town.viewer, town.eve)] == [404, 404]


def test_states_stand_side_by_side_and_hide_what_is_restricted(town: Town) -> None:
    town.reported(town.lamps, 1, schedule="amber", schedule_reason="Rain")
    found = session(town.viewer).get("/api/v1/initiative-states/").json()["results"]
    assert [(each["code"], (each["reported"] or {}).get("overall")) for each in found] == [
        ("LAMPS", "amber"),
        ("TREES", None),
    ]
    assert found[1]["evidence"] == {
        "schedule": ["There is no action plan yet."],
        "cost": ["There is no budget."],
    }
    assert session(town.viewer).get("/api/v1/initiatives/TALKS/state/").status_code == 404
