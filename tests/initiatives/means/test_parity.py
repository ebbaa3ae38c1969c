"""A form and the API leave the same rows and the same history."""

from typing import Any

import pytest
from django.test import Client

from core.changes import changes_of
from initiatives.models import Allocation, Capacity, TechnologyUse
from tests.initiatives.means.conftest import Means

_MONTHS = {"first_month": "2027-01", "last_month": "2027-06", "fte": "0.5", "note": "Poles"}
_USE = {"quantity": "2", "starts_on": "2027-01-01", "ends_on": "", "note": ""}


def _told(model: Any) -> list[Any]:
    """What is stored of the one row, without its id, and which action told it; the row goes."""
    row = model.objects.get()
    stored = {name: value for name, value in vars(row).items() if name not in ("_state", "id")}
    told = [(each.action, each.user_pk) for each in changes_of(model._meta.label_lower, row.pk)]
    row.delete()
    return [stored, told]


@pytest.mark.parametrize(
    ("model", "page", "resource", "form"),
    [
        (Allocation, "/initiatives/LAMPS/means/people/add/", "allocations", _MONTHS),
        (Capacity, "/portfolio/capacities/add/", "capacities", _MONTHS),
        (TechnologyUse, "/initiatives/LAMPS/means/technology/add/", "technology-uses", _USE),
    ],
)
def test_a_form_and_the_api_do_the_same(
    means: Means, model: Any, page: str, resource: str, form: dict[str, str]
) -> None:
    client = Client()
    client.force_login(means.city.staff)
    named = {"department": "roads", "skill": means.digging.pk, "technology": means.digger.pk}
    posted = client.post(page, {**form, **named})
    assert posted.status_code == 302
    by_form = _told(model)
    body: dict[str, Any] = {name: value or None for name, value in form.items() if name != "note"}
    body |= {name: float(body[name]) for name in ("fte", "quantity") if name in body}
    body |= {"note": form["note"]}
    if model is TechnologyUse:
        body |= {"initiative": "LAMPS", "technology": "digger"}
    else:
        body |= {"department": "roads", "skill": "digging"}
    if model is Allocation:
        body |= {"initiative": "LAMPS"}
    answer = client.post(f"/api/v1/{resource}/", body, content_type="application/json")
    assert answer.status_code == 201, answer.json()
    assert _told(model) == by_form
