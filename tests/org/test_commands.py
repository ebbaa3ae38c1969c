"""The commands with which an administrator begins."""

import io
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from org.actions import create_department, create_user
from org.models import ApiToken, Department, Membership, Placement, User
from org.queries import department_tree

pytestmark = pytest.mark.django_db


def run(*arguments: object, **options: object) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command(*[str(each) for each in arguments], stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_an_administrator_sets_the_password_once_by_the_link(client: Client) -> None:
    out, _err = run("create_admin", "ada@example.org", "--name", "Ada")
    link = re.search(r"https?://[^/]+(/\S+)", out).group(1)

    page = client.get(link, follow=True)
    form = {"password1": "a-long-enough-one", "password2": "a-long-enough-one"}
    client.post(page.redirect_chain[-1][0], form)

    user = User.objects.get(email="ada@example.org")
    assert (user.name, user.check_password("a-long-enough-one")) == ("Ada", True)
    assert list(Membership.objects.values_list("user", "role", "department")) == [
        (user.pk, "administrator", None)
    ]
    assert "token_fail" in Client().get(link, follow=True).context


def test_an_administrator_may_be_given_a_password_on_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a-long-enough-one\n"))

    out, _err = run("create_admin", "ada@example.org", "--password-stdin")

    assert "http" not in out
    assert User.objects.get().check_password("a-long-enough-one")


@pytest.mark.parametrize(
    ("email", "reason"), [("ADA@example.org", "There is an account for"), ("ada", "valid email address")]
)
def test_it_refuses_an_administrator_it_cannot_add(email: str, reason: str) -> None:
    create_user(by=None, email="ada@example.org", name="Ada")

    with pytest.raises(CommandError, match=reason) as raised:
        run("create_admin", email)

    assert (raised.value.returncode, Membership.objects.count()) == (2, 0)


def test_a_token_shows_its_secret_on_the_last_line_and_keeps_only_its_digest() -> None:
    user = create_user(by=None, email="bot@example.org", name="Bot")
    works = create_department(by=None, code="works", name="Works")

    out, _err = run(
        "create_api_token", "bot@example.org", "--scopes", "read, measurements:write", "--expires", "30d",
        "--department", "works", "--name", "meters",
    )  # fmt: skip

    token = ApiToken.objects.get()
    secret = out.splitlines()[-1]
    assert secret.startswith("smo_")
    assert secret not in str(vars(token))
    assert (token.user, token.scopes, token.department, token.name) == (
        user,
        ["read", "measurements:write"],
        works,
        "meters",
    )
    assert (token.expires_at - token.created_at).days in (29, 30)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nobody@example.org", "--scopes", "read"], "no account"),
        (["bot@example.org", "--scopes", "everything"], "Unknown scope everything"),
        (["bot@example.org", "--scopes", "read", "--department", "moon"], "no department moon"),
        (["bot@example.org", "--scopes", "read", "--expires", "soon"], "write a time like"),
    ],
)
def test_it_refuses_a_token_that_makes_no_sense(arguments: list[str], reason: str) -> None:
    create_user(by=None, email="bot@example.org", name="Bot")

    with pytest.raises(CommandError, match=reason):
        run("create_api_token", *arguments)

    assert not ApiToken.objects.exists()


def file(folder: Path, text: str) -> Path:
    path = folder / "file.csv"
    path.write_text(text, encoding="utf-8")
    return path


def tree() -> list[tuple[int, str]]:
    return [(node.depth, node.code) for node in department_tree()]


TREE = "code,name,parent\nroads,Roads,works\ncity,City,\nworks,Works,city\nhealth,Health,\n".replace(
    "health,Health,\n", "health,Health,city\n"
)


def test_departments_come_in_whatever_order_the_file_has_them(tmp_path: Path) -> None:
    out, _err = run("import_departments", file(tmp_path, TREE))

    assert out == "Imported: 4 new departments\n"
    assert tree() == [(0, "city"), (1, "works"), (2, "roads"), (1, "health")]


def test_importing_departments_again_changes_names_and_places_only(tmp_path: Path) -> None:
    run("import_departments", file(tmp_path, TREE))
    changed = TREE.replace("Roads,works", "Roads,health").replace("Works", "Public works")

    out, _err = run("import_departments", file(tmp_path, changed))

    assert out == "Imported: 2 unchanged departments, 2 changed departments\n"
    assert Department.objects.get(code="works").name == "Public works"
    assert tree() == [(0, "city"), (1, "works"), (1, "health"), (2, "roads")]
    assert Placement.objects.current().filter(department__code="roads").count() == 2


BAD = (
    "code,name,parent\ncity,City,\nci ty,Spaced,city\nworks,,city\nparks,Parks,moon\nCITY,Again,\n"
    "a,A,b\nb,B,a\nhealth,Health,city\nstate,State,\n"
)


def test_it_names_every_bad_department_and_stores_nothing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--skip-bad"):
        run("import_departments", path := file(tmp_path, BAD))

    assert not Department.objects.exists()
    out, err = run("import_departments", path, "--skip-bad")
    assert [re.match(r"file.csv: (line \d+(, \w+)?)", line).group(1) for line in err.splitlines()] == [
        "line 3, code",
        "line 4, name",
        "line 5, parent",
        "line 6, code",
        "line 7, parent",
        "line 8, parent",
        "line 10, parent",
    ]
    assert (out, tree()) == ("Imported: 2 new departments\n", [(0, "city"), (1, "health")])


def test_a_dry_run_says_the_same_and_stores_nothing(tmp_path: Path) -> None:
    out, _err = run("import_departments", file(tmp_path, TREE), "--dry-run")

    assert (out, Department.objects.count()) == ("Would import: 4 new departments\n", 0)


PEOPLE = (
    "email,name,job_title,role,department\n"
    "ada@example.org,Ada,Mayor,executive,\n"
    "bo@example.org,Bo,,Department head,works\n"
    "bo@example.org,Bo,,contributor,works\n"
)


def roles() -> list[tuple[str, str, str | None]]:
    rows = Membership.objects.order_by("user__email", "role")
    return list(rows.values_list("user__email", "role", "department__code"))


def test_people_come_with_their_roles_and_twice_is_once(tmp_path: Path) -> None:
    create_department(by=None, code="works", name="Works")

    first, _err = run("import_people", file(tmp_path, PEOPLE))
    second, _err = run("import_people", file(tmp_path, PEOPLE))

    assert (first, second) == ("Imported: 2 new people, 1 changed people\n", "Imported: 3 known people\n")
    assert roles() == [
        ("ada@example.org", "executive", None),
        ("bo@example.org", "contributor", "works"),
        ("bo@example.org", "department_head", "works"),
    ]


def test_it_names_every_bad_person_and_stores_nothing(tmp_path: Path) -> None:
    bad = (
        PEOPLE
        + "no address,X,,,\nc@example.org,C,,chief,\nd@example.org,D,,,works\nd@example.org,D,,viewer,moon\n"
    )
    create_department(by=None, code="works", name="Works")

    with pytest.raises(CommandError):
        run("import_people", path := file(tmp_path, bad))

    assert not User.objects.exists()
    _out, err = run("import_people", path, "--skip-bad")
    assert [re.match(r"file.csv: (line \d+, \w+)", line).group(1) for line in err.splitlines()] == [
        "line 5, email",
        "line 6, role",
        "line 7, department",
        "line 8, department",
    ]
    assert User.objects.count() == 2


def test_a_missing_file_is_one_clear_line() -> None:
    with pytest.raises(CommandError, match="No such file"):
        run("import_people", "nowhere.csv")
