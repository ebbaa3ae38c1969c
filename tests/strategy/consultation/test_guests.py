"""Guests from outside: one round by a secret link that ends, and nothing else."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from core.models import OutboxEvent
from core.outbox import deliver
from org.models import User
from strategy.actions.consultation import (
    answer_remark,
    close_consultation,
    invite_guest,
    renew_link,
    say,
    withdraw_invitation,
)
from strategy.consultation.guests import GuestLink, digest_of
from strategy.models import Consultation, ConsultationInvitation, Remark


@pytest.fixture
def link(staff: User, consultation: Consultation) -> GuestLink:
    """The link of a guest of the open round."""
    _guest, link = invite_guest(
        by=staff, consultation=consultation, name="Gita Guest", email="gita@museum.example"
    )
    assert link is not None
    return link


def path_of(link: GuestLink) -> str:
    return "/" + link.url.split("/", 3)[3]


@pytest.fixture
def guest(link: GuestLink) -> Client:
    """The browser of a guest who has opened the link."""
    client = Client()
    answer = client.get(path_of(link))
    assert (answer.status_code, answer["Location"]) == (302, "/guest/")
    return client


def test_only_the_hash_of_a_link_is_kept(link: GuestLink) -> None:
    secret = path_of(link).split("/")[2]
    invitation = ConsultationInvitation.objects.get(pk=link.invitation.pk)

    assert (len(secret), invitation.digest) == (43, digest_of(secret))
    assert all(secret not in str(value) for value in vars(invitation).values())


def test_a_guest_gets_the_link_by_mail(
    staff: User,
    consultation: Consultation,
    mailoutbox: list[EmailMultiAlternatives],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        _guest, link = invite_guest(
            by=staff, consultation=consultation, name="Gita", email="gita@museum.example"
        )

    [mail] = mailoutbox
    assert link is not None
    assert mail.to == ["gita@museum.example"]
    assert [link.url in str(body) for body in (mail.body, mail.alternatives[0][0])] == [True, True]


def test_a_guest_of_a_prepared_round_gets_no_link_yet(staff: User, consultation: Consultation) -> None:
    Consultation.objects.filter(pk=consultation.pk).update(state="prepared")
    consultation.refresh_from_db()

    invitation, link = invite_guest(by=staff, consultation=consultation, name="Gita", email="g@m.example")

    assert (invitation.digest, link) == ("", None)


def test_a_guest_reads_the_draft_and_no_name_of_the_house(guest: Client, staff: User, head: User) -> None:
    answer = guest.get("/guest/")
    html = answer.content.decode()

    assert answer.status_code == 200
    assert all(words in html for words in ("Calm water", "Candour", "Safer streets", "Gita Guest"))
    assert [name for name in (staff.name, head.name, "Hedda", "My work") if name in html] == []
    links = {each for each in re.findall(r'href="([^"#]*)', html) if not each.startswith("/static/")}
    assert all(each.startswith("?") for each in links if each), links


def test_nothing_of_a_guest_s_page_is_kept_or_found(guest: Client) -> None:
    answer = guest.get("/guest/")

    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    assert answer["Referrer-Policy"] == "same-origin"
    assert "script-src" not in answer["Content-Security-Policy"]  # falls to default-src 'self'


def test_the_address_of_the_secret_is_told_to_nobody(link: GuestLink) -> None:
    assert Client().get(path_of(link))["Referrer-Policy"] == "no-referrer"


def test_a_guest_says_changes_and_withdraws(guest: Client, link: GuestLink) -> None:
    said = guest.post("/guest/?about=vision", {"kind": "comment", "text": "Which water?"})
    remark = Remark.objects.get()
    changed = guest.post(f"/guest/?remark={remark.pk}", {"kind": "objection", "text": "No water here"})
    withdrawn = guest.post(f"/guest/?withdraw={remark.pk}")

    assert [each["Location"] for each in (said, changed, withdrawn)] == [
        "/guest/#about-vision",
        "/guest/#about-vision",
        "/guest/",
    ]
    remark.refresh_from_db()
    assert (remark.guest, remark.author, remark.kind, remark.text) == (
        link.invitation,
        None,
        "objection",
        "No water here",
    )
    assert remark.withdrawn_at is not None


def test_a_guest_cannot_touch_the_words_of_others(
    guest: Client, head: User, consultation: Consultation
) -> None:
    remark = say(by=head, consultation=consultation, about="plan", kind="comment", text="Hedda's own")

    answers = [
        guest.post(f"/guest/?{deed}={remark.pk}", {"kind": "comment", "text": "Mine"}).status_code
        for deed in ("remark", "withdraw")
    ]

    assert answers == [404, 404]
    assert b"own" not in guest.get("/guest/").content.replace(b"In your own", b"")
    remark.refresh_from_db()
    assert (remark.text, remark.withdrawn_at) == ("Hedda's own", None)


def test_a_post_without_the_form_s_token_is_refused(link: GuestLink) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get(path_of(link))

    assert client.post("/guest/?about=plan", {"kind": "endorsement"}).status_code == 403
    assert not Remark.objects.exists()


def expired(staff: User, link: GuestLink) -> None:
    past = timezone.now() - dt.timedelta(minutes=1)
    ConsultationInvitation.objects.filter(pk=link.invitation.pk).update(expires_at=past)


def revoked(staff: User, link: GuestLink) -> None:
    withdraw_invitation(by=staff, invitation=link.invitation)


def closed(staff: User, link: GuestLink) -> None:
    close_consultation(by=staff, consultation=link.invitation.consultation)


@pytest.mark.parametrize("end", [expired, revoked, closed])
def test_a_link_that_has_ended_lets_nobody_in(
    guest: Client, staff: User, link: GuestLink, end: Callable[[User, GuestLink], None]
) -> None:
    end(staff, link)

    answers = [
        Client().get(path_of(link)),
        guest.get("/guest/"),
        guest.post("/guest/?about=plan", {"kind": "endorsement"}),
    ]

    assert [each.status_code for each in answers] == [410, 410, 410]
    assert [each for each in answers if b"Harbour" in each.content or b"Gita" in each.content] == []
    assert not Remark.objects.exists()


def test_a_new_link_ends_the_old_one(guest: Client, staff: User, link: GuestLink) -> None:
    new = renew_link(by=staff, invitation=link.invitation)

    assert [Client().get(path_of(each)).status_code for each in (link, new)] == [404, 302]
    assert guest.get("/guest/").status_code == 404


def test_an_unknown_link_says_so_kindly(db: None) -> None:
    answer = Client().get(reverse("guest_link", args=["made-up"]))

    assert answer.status_code == 404
    assert b"This link leads nowhere" in answer.content


def test_who_tries_many_links_has_to_wait(db: None) -> None:
    client = Client()

    answers = [client.get(reverse("guest_link", args=[f"made-up-{n}"])) for n in range(31)]

    assert {each.status_code for each in answers[:30]} == {404}
    assert (answers[30].status_code, int(answers[30]["Retry-After"]) > 0) == (429, True)


def is_plain(name: str) -> bool:
    """Whether an address needs no argument."""
    try:
        return bool(reverse(name))
    except NoReverseMatch:
        return False


def routes(patterns: list[Any]) -> list[str]:
    """Names of the routes that need no argument."""
    found = []
    for each in patterns:
        if isinstance(each, URLResolver):
            found += [] if each.namespace else routes(each.url_patterns)
        elif isinstance(each, URLPattern) and each.name and is_plain(each.name):
            found.append(each.name)
    return found


def test_every_other_address_stays_closed_to_a_guest(guest: Client, settings: Any) -> None:
    names = {name for name in routes(get_resolver().url_patterns) if name not in settings.PUBLIC_ROUTES}
    opened = {}
    for name in sorted(names):
        answer = guest.get(reverse(name))
        to_sign_in = answer.status_code == 302 and answer["Location"].startswith("/accounts/login/")
        if not to_sign_in and answer.status_code not in (401, 404, 405):
            opened[name] = answer.status_code

    assert len(names) > 30
    assert opened == {}


def test_what_became_of_a_guest_s_words_comes_by_mail(
    guest: Client, staff: User, consultation: Consultation, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    guest.post("/guest/?about=vision", {"kind": "comment", "text": "Which water?"})
    answer_remark(by=staff, remark=Remark.objects.get(), outcome="noted", answer="The bay's.")
    close_consultation(by=staff, consultation=consultation)

    deliver(OutboxEvent.objects.get(name="strategy.consultation_closed").pk)

    [mail] = mailoutbox
    assert mail.to == ["gita@museum.example"]
    assert [words in str(mail.body) for words in ("The bay's.", "Which water?")] == [True, True]


def test_the_log_does_not_hold_the_secret(link: GuestLink, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        Client().get(path_of(link))

    assert "GET /guest/…" in caplog.text
    assert path_of(link).split("/")[2] not in caplog.text
