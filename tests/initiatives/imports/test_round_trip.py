"""The list of initiatives as a file comes in again and changes nothing."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.imports import attempt
from core.mapping import guess, read_mapped, read_sheet
from core.mapping.mapping import completed
from initiatives.actions.categories import add_category
from initiatives.actions.imports import keep_agreed_budget
from initiatives.imports import import_fields, import_initiatives
from initiatives.models import Initiative, MoneyLine, StatusUpdate
from tests.initiatives.portfolio.conftest import Town, make_town

# What a file cannot change: it shows what was decided or computed here.
ONLY_SHOWN = {"stage_since", "method", "objectives", "reported"}


@pytest.fixture
def town(db: None) -> Town:
    """Two initiatives with everything that the list says of one, and a bare one."""
    town = make_town()
    money = MoneyLine(initiative=town.lamps, year=2026, budget=Decimal(1000), kind="capital")
    money.save()
    keep_agreed_budget(by=None, initiative=town.talks, budget=Decimal("2500000.50"))
    Initiative.objects.filter(pk=town.lamps.pk).update(
        category=add_category(by=None, name="Streets; and lanes"),
        purpose="Light, that “lasts”;\nin every street",
        starts_on=dt.date(2026, 1, 5),
        ends_on=dt.date(2027, 12, 24),
        size="large",
        must_do=True,
        reference="=A1",
    )
    StatusUpdate.objects.create(
        initiative=town.lamps,
        due_on=dt.date(2026, 3, 31),
        state="submitted",
        submitted_at=timezone.now(),
        schedule="red",
        scope="green",
        progress=40,
        author=town.lina,
    )
    return town


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_list_that_went_out_comes_in_and_changes_nothing(town: Town, kind: str) -> None:
    client = Client()
    client.force_login(town.staff, backend="org.sign_in.EmailBackend")
    answer: Any = client.get(reverse("initiatives"), {"format": kind})
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    before = _everything()
    sheet = read_sheet(f"initiatives.{kind}", data)
    mapping = completed(sheet, guess(sheet, import_fields(), {}), import_fields())
    unknown = {header for place, header in enumerate(sheet.headers) if place not in mapping}
    assert unknown == ONLY_SHOWN
    mapped = read_mapped(sheet, mapping, import_fields())
    assert mapped.faults == []
    outcome = attempt(
        lambda: import_initiatives(
            by=town.staff, rows=mapped.rows, columns=mapped.columns, said={}, skip_bad=False
        ),
        dry_run=False,
    )
    assert (outcome.faults, outcome.counts) == ([], {"initiatives without a change": 3})
    assert _everything() == before


def _everything() -> list[list[dict[str, Any]]]:
    """All rows that an import may touch."""
    return [
        list(model.objects.order_by("pk").values()) for model in (Initiative, MoneyLine, StatusUpdate)
    ] + [list(Initiative.objects.order_by("pk", "baselines").values("baselines__number"))]
