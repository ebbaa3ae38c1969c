"""Signing in, one's own password and second factor; nobody signs up alone or changes an address."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import hotp_value
from django.core import mail
from django.test import Client
from pytest_django import Settings

from org.actions import create_user, grant_role
from org.enums import Role
from org.models import User

PASSWORD = "a-harbour-at-dawn"
NEW_PASSWORD = "a-lighthouse-at-dusk"


@pytest.fixture
def vera(db: None) -> User:
    """Somebody with a password."""
    user = create_user(by=None, email="vera@city.example", name="Vera", password=PASSWORD)
    grant_role(by=None, user=user, role=Role.VIEWER)
    return user


@pytest.fixture(autouse=True)
def _mail_in_memory(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def sign_in(client: Client, email: str, password: str) -> str:
    """Where the sign-in page leads with these words; its own address where it refuses them."""
    shown = client.get("/accounts/login/?next=/people/")
    assert shown.status_code == 200
    answer = client.post("/accounts/login/?next=/people/", {"login": email, "password": password})
    return str(answer.headers.get("Location", "/accounts/login/"))


def test_the_right_password_signs_in_whatever_the_case_of_the_address(vera: User) -> None:
    assert sign_in(Client(), "vera@city.example", PASSWORD) == "/people/"
    assert sign_in(Client(), "Vera@City.example", PASSWORD) == "/people/"
    assert sign_in(Client(), "vera@city.example", "wrong") == "/accounts/login/"
    assert sign_in(Client(), "nobody@city.example", PASSWORD) == "/accounts/login/"


def test_signing_out_ends_the_session(vera: User) -> None:
    client = Client()
    sign_in(client, vera.email, PASSWORD)

    client.post("/accounts/logout/")

    assert client.get("/people/").status_code == 302


@pytest.mark.parametrize("path", ["signup/", "email/", "confirm-email/", "confirm-email/abc/", "login/code/"])
def test_nobody_signs_up_alone_or_changes_an_address(path: str, vera: User) -> None:
    client = Client()
    client.force_login(vera)

    assert client.get(f"/accounts/{path}").status_code == 404
    assert client.post(f"/accounts/{path}", {"email": "new@city.example"}).status_code == 404


def test_a_forgotten_password_is_set_anew_by_mail(vera: User) -> None:
    client = Client()

    asked = client.post("/accounts/password/reset/", {"email": vera.email})
    assert asked["Location"] == "/accounts/password/reset/done/"
    assert client.get(asked["Location"]).status_code == 200
    [message] = mail.outbox
    link = re.search(r"/accounts/password/reset/key/\S+", str(message.body))
    assert link is not None
    form = client.get(link[0], follow=True)
    done = client.post(form.request["PATH_INFO"], {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})

    assert done["Location"] == "/accounts/password/reset/key/done/"
    assert client.get(done["Location"]).status_code == 200
    assert sign_in(Client(), vera.email, NEW_PASSWORD) == "/people/"
    assert sign_in(Client(), vera.email, PASSWORD) == "/accounts/login/"


def test_asking_for_an_unknown_address_tells_nothing_and_sends_nothing(vera: User) -> None:
    known = Client().post("/accounts/password/reset/", {"email": vera.email})
    mail.outbox.clear()

    unknown = Client().post("/accounts/password/reset/", {"email": "nobody@city.example"})

    assert (unknown.status_code, unknown["Location"]) == (known.status_code, known["Location"])
    assert mail.outbox == []


def test_a_person_changes_their_password(vera: User) -> None:
    client = Client()
    sign_in(client, vera.email, PASSWORD)
    words = {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}

    assert client.get("/accounts/password/change/").status_code == 200
    client.post("/accounts/password/change/", words)

    assert client.get("/people/").status_code == 200
    assert sign_in(Client(), vera.email, NEW_PASSWORD) == "/people/"


def test_a_second_factor_is_asked_for_once_it_is_set_up(vera: User) -> None:
    client = Client()
    sign_in(client, vera.email, PASSWORD)
    asked = client.get("/accounts/2fa/totp/activate/")
    assert asked["Location"].startswith("/accounts/reauthenticate/")  # so early after signing in too
    assert client.get(asked["Location"]).status_code == 200
    client.post(asked["Location"], {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/")
    secret = page.context["form"].secret
    code = hotp_value(secret, int(time.time()) // 30)
    activated = client.post("/accounts/2fa/totp/activate/", {"code": f"{code:06}"})
    assert activated.status_code == 302
    codes = client.get("/accounts/2fa/recovery-codes/").context["unused_codes"]

    other = Client()
    assert sign_in(other, vera.email, PASSWORD).startswith("/accounts/2fa/authenticate/")
    assert other.get("/people/").status_code == 302  # not signed in yet
    assert other.get("/accounts/2fa/authenticate/").status_code == 200
    let_in = other.post("/accounts/2fa/authenticate/", {"code": codes[0]})

    assert let_in.status_code == 302
    assert other.get("/people/").status_code == 200
    assert client.get("/accounts/2fa/").status_code == 200
    assert client.get("/accounts/2fa/reauthenticate/").status_code in (200, 302)
