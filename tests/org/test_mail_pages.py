"""Kept mail in the browser."""

from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client

from core.mail import kept_mail

HOSTILE = '<p>Scores</p><script>alert(1)</script><a href="https://example.org/x">open</a>'


def send(subject: str, html: str = "") -> str:
    backend = get_connection("core.mail.FolderBackend")
    message = EmailMultiAlternatives(
        subject, "plain words", "smo@example.org", ["bo@example.org"], connection=backend
    )
    if html:
        message.attach_alternative(html, "text/html")
    message.send()
    return next(each.key for each in kept_mail() if each.subject == subject)


def test_an_administrator_reads_what_was_sent(as_admin: Client) -> None:
    key = send("Report for Works", HOSTILE)
    send("Something else")

    found = as_admin.get("/administration/mail/?q=WORKS")
    page = as_admin.get(f"/administration/mail/{key}/")

    assert [each.subject for each in found.context["page"]] == ["Report for Works"]
    assert "<script>alert" not in page.content.decode()
    assert f'src="/administration/mail/{key}/body/"' in page.content.decode()


def test_the_body_is_fenced_in(as_admin: Client) -> None:
    key = send("Report", HOSTILE)

    body = as_admin.get(f"/administration/mail/{key}/body/")

    policy = body["Content-Security-Policy"]
    assert policy.startswith("sandbox allow-popups")
    assert "allow-scripts" not in policy
    assert "default-src 'none'" in policy
    assert body["X-Frame-Options"] == "SAMEORIGIN"


def test_only_administrators_read_mail_and_only_mail(as_admin: Client, as_reader: Client) -> None:
    key = send("Report", HOSTILE)
    urls = ["/administration/mail/", f"/administration/mail/{key}/", f"/administration/mail/{key}/body/"]

    assert [as_reader.get(url).status_code for url in urls] == [403] * 3
    assert as_admin.get("/administration/mail/..%2Fsecret_key/").status_code == 404
    assert as_admin.get("/administration/mail/20260101T000000000000-nothing/").status_code == 404


def test_it_says_so_while_there_is_none(as_admin: Client) -> None:
    assert b"No mail yet" in as_admin.get("/administration/mail/").content
