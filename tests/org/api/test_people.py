"""People, memberships and departments through the API: the same actions, the same permissions."""

from typing import Any

from org.models import Membership, User
from tests.core.api.conftest import Caller


def test_an_administrator_adds_a_person_who_is_addressed_by_mail(call: Caller) -> None:
    response = call("POST", "people/", {"email": "Nina@city.example", "name": "Nina", "job_title": "Clerk"})
    made = response.json()
    assert response.status_code == 201
    assert call("GET", "people/nina@CITY.example/").json() == made
    assert {**made, "id": 0, "joined_at": ""} == {
        "id": 0,
        "email": "Nina@city.example",
        "name": "Nina",
        "kind": "person",
        "job_title": "Clerk",
        "is_active": True,
        "language": "",
        "joined_at": "",
    }


def test_a_person_is_not_removed_but_loses_the_right_to_sign_in(call: Caller, viewer: User) -> None:
    assert call("DELETE", f"people/{viewer.pk}/").status_code == 405
    assert call("PATCH", f"people/{viewer.pk}/", {"is_active": False}).json()["is_active"] is False


def test_nobody_locks_themselves_out(call: Caller) -> None:
    response = call("PATCH", "people/me/", {"is_active": False})
    assert (response.status_code, call("GET", "people/me/").json()["is_active"]) == (409, True)


def test_no_answer_holds_a_password(call: Caller, viewer: User) -> None:
    viewer.set_password("a secret of Vera's")
    viewer.save()
    assert "password" not in call("GET", f"people/{viewer.pk}/").content.decode()


def test_a_role_is_given_once_and_taken_away(call: Caller, viewer: User, city: Any) -> None:
    row = {"user": "vera@city.example", "role": "department_head", "department": "WORKS"}
    first, second = call("POST", "memberships/", row).json(), call("POST", "memberships/", row).json()
    assert first == second == {"id": first["id"], **row}
    assert call("DELETE", f"memberships/{first['id']}/").status_code == 204
    assert not Membership.objects.filter(pk=first["id"]).exists()


def test_the_last_administrator_stays_one(call: Caller, administrator: User) -> None:
    membership = Membership.objects.get(user=administrator)
    assert call("DELETE", f"memberships/{membership.pk}/").status_code == 409


def test_a_viewer_reads_and_changes_nothing(token_of: Any, viewer: User, city: Any) -> None:
    program: Caller = token_of(viewer, "write")
    membership = Membership.objects.get(user=viewer)
    reads = ["departments/", "people/", "memberships/", "departments/CITY/", "people/me/", "tokens/"]
    assert {path: program("GET", path).status_code for path in reads} == dict.fromkeys(reads, 200)
    writes = [
        ("POST", "departments/", {"code": "A", "name": "A"}),
        ("PATCH", "departments/CITY/", {"name": "A"}),
        ("PATCH", "departments/", [{"code": "CITY", "name": "A"}]),
        ("DELETE", "departments/CITY/", None),
        ("DELETE", "departments/", ["CITY"]),
        ("POST", "people/", {"email": "a@city.example", "name": "A"}),
        ("PATCH", "people/me/", {"name": "A"}),
        ("POST", "memberships/", {"user": "vera@city.example", "role": "administrator"}),
        ("DELETE", f"memberships/{membership.pk}/", None),
    ]
    assert [program(method, path, body).status_code for method, path, body in writes] == [403] * len(writes)
