"""Callers who come at the same moment."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from org.actions import create_department
from org.models import Department
from tests.core.api.conftest import Caller

pytestmark = pytest.mark.django_db(transaction=True)


def together(*calls: Callable[[], Any]) -> list[Any]:
    """Make the calls in threads that start at the same moment; their answers in order."""
    barrier, answers = threading.Barrier(len(calls)), [None] * len(calls)

    def run(number: int, one: Callable[[], Any]) -> None:
        barrier.wait()
        try:
            answers[number] = one()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_a_post_sent_many_times_at_once_acts_once(token_of: Any, administrator: Any) -> None:
    headers = token_of(administrator).headers
    body = {"code": "QUAY", "name": "Quay"}

    def post() -> Any:
        return Caller(Client(), **headers)("POST", "departments/", body, **{"Idempotency-Key": "once"})

    answers = together(*[post] * 6)
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len({answer.content for answer in answers if answer.status_code == 201}) == 1
    assert Department.objects.filter(code="QUAY").count() == 1


def test_of_two_changes_to_the_same_version_one_is_stale(token_of: Any, administrator: Any) -> None:
    create_department(by=administrator, code="QUAY", name="Quay")
    headers = token_of(administrator).headers
    tag = Caller(Client(), **headers)("GET", "departments/QUAY/")["ETag"]

    def rename(name: str) -> Callable[[], Any]:
        return lambda: Caller(Client(), **headers)(
            "PATCH", "departments/QUAY/", {"name": name}, **{"If-Match": tag}
        )

    answers = together(rename("One"), rename("Two"), rename("Three"), rename("Four"))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [200, 412, 412, 412]
    (winner,) = [answer.json()["name"] for answer in answers if answer.status_code == 200]
    assert Department.objects.get(code="QUAY").name == winner
