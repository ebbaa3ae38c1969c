"""The list, the board, many at once, saved views and REST."""

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.errors import Refused
from core.models import SavedView
from core.saved_views import save_view, views_for
from initiatives.actions.categories import add_category
from initiatives.actions.many import change_many
from initiatives.models import Initiative, InitiativeDepartment
from org.models import User
from tests.initiatives.portfolio.conftest import Town
from tests.kpis.test_import_pages import browser


def listed(user: User, query: str = "") -> list[str]:
    """The codes that the list shows, in its order."""
    page = browser(user).get(f"{reverse('initiatives')}?{query}").context["page"]
    return [row.initiative.code for row in page]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["LAMPS", "TREES", "QUIET-TALKS"]),
        ("order=-name", ["QUIET-TALKS", "TREES", "LAMPS"]),
        ("order=stage", ["TREES", "LAMPS", "QUIET-TALKS"]),
        ("q=last", ["LAMPS"]),
        ("stage=idea", ["TREES"]),
        ("department=works", ["LAMPS", "TREES"]),
        ("department=roads", ["LAMPS"]),
        ("department=nowhere", []),
        ("objective=none", ["TREES"]),
        ("lead=none", ["TREES", "QUIET-TALKS"]),
        ("who=restricted", ["QUIET-TALKS"]),
        ("must=yes", []),
        ("archived=yes", []),
        ("reported=none", ["LAMPS", "TREES", "QUIET-TALKS"]),
        ("reported=red", []),
        ("lead=²", []),
    ],
)
def test_the_list_is_found_by_words_filters_and_order(town: Town, query: str, codes: list[str]) -> None:
    assert listed(town.staff, query) == codes


def test_it_is_found_by_whom_it_serves_and_whose_it_is(town: Town) -> None:
    InitiativeDepartment.objects.create(initiative=town.trees, department=town.roads)

    assert listed(town.staff, f"objective={town.objective.pk}") == ["LAMPS", "QUIET-TALKS"]
    assert listed(town.staff, "department=roads") == ["LAMPS", "TREES"]
    assert listed(town.lina, "mine=lead") == ["LAMPS"]
    assert listed(town.hana, "mine=departments") == ["LAMPS", "TREES"]


def test_files_hold_what_the_list_shows(town: Town) -> None:
    answer = browser(town.viewer).get(f"{reverse('initiatives')}?stage=proposed&format=csv")

    [row] = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert {name: row[name] for name in ("code", "stage", "department", "lead", "objectives", "must_do")} == {
        "code": "LAMPS",
        "stage": "proposed",
        "department": "roads",
        "lead": "lina@city.example",
        "objectives": "h30:O1",
        "must_do": "no",
    }


@pytest.mark.parametrize("route", ["initiatives", "initiative_board", "api-initiatives-list"])
def test_many_initiatives_take_no_more_queries_than_few(town: Town, route: str) -> None:
    client, address = browser(town.staff), reverse(route)
    town.lamps.taking_part.create(department=town.city)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    queries()
    few = queries()
    for n in range(20):
        each = Initiative.objects.create(
            code=f"N{n}", name=f"Number {n}", department=town.roads, lead=town.lina
        )
        each.contributions.create(objective=town.objective)
        each.taking_part.create(department=town.city)
    assert queries() == few


def test_the_board_offers_the_ways_on_only_to_who_may_ask(town: Town) -> None:
    def ways(user: User) -> dict[str, tuple[str, ...]]:
        columns = browser(user).get(reverse("initiative_board")).context["columns"]
        return {row.initiative.code: ways for column in columns for row, ways in column.cards}

    assert ways(town.lina) == {"TREES": (), "LAMPS": ("approved", "idea", "cancelled")}
    assert ways(town.hana)["TREES"] == ("proposed", "cancelled")
    assert set(ways(town.eve)) == {"TREES", "LAMPS", "QUIET-TALKS"}


def test_many_change_together_or_not_at_all(town: Town) -> None:
    digital = add_category(by=None, name="Digital")
    both = [town.lamps, town.trees]

    with pytest.raises(Refused) as refused:
        change_many(by=town.hana, initiatives=[*both, town.talks], fields={"category": digital})
    assert [fault.code for fault in refused.value.faults] == ["permission"]
    with pytest.raises(Refused) as refused:
        change_many(by=town.hana, initiatives=both, fields={"department": town.city})
    assert len(refused.value.faults) == 2
    assert not Initiative.objects.filter(category=digital).exists()

    change_many(by=town.hana, initiatives=both, fields={"category": digital, "lead": None}, archive=True)
    changed = Initiative.objects.filter(category=digital, lead=None, archived_on__isnull=False)
    assert set(changed.values_list("code", flat=True)) == {"LAMPS", "TREES"}


def test_what_changes_is_shown_before_it_changes(town: Town) -> None:
    client, address = browser(town.hana), reverse("bulk_initiatives")
    form: dict[str, Any] = {"code": ["LAMPS", "TREES", "QUIET-TALKS"], "cadence": "weekly", "lead": "-"}

    shown = client.post(address, form | {"step": "look"})
    assert [initiative.code for initiative, _found in shown.context["changes"]] == ["LAMPS", "TREES"]
    assert shown.context["changes"][1][1] == [("Status updates", "Every month", "Every week")]
    assert set(Initiative.objects.values_list("cadence", flat=True)) == {"monthly"}

    assert client.post(address, form | {"step": "save"}).status_code == 302
    town.lamps.refresh_from_db()
    assert (town.lamps.cadence, town.lamps.lead) == ("weekly", None)


def test_a_view_is_kept_shared_chosen_and_forgotten(town: Town) -> None:
    client = browser(town.lina)
    form = {"place": "initiatives", "name": "Ideas", "query": "stage=idea&page=2&q="}
    answer = client.post(reverse("save_view"), form | {"shared": "true"})

    view = SavedView.objects.get()
    assert (answer["Location"], view.query, view.shared) == ("/initiatives/?stage=idea", "stage=idea", True)
    views = views_for(town.viewer, "initiatives", QueryDict("stage=idea&order="))
    assert (views.chosen, views.own) == (view, False)
    assert browser(town.viewer).get(reverse("change_view", args=[view.pk])).status_code == 403
    assert client.post(reverse("remove_view", args=[view.pk])).status_code == 302
    assert not SavedView.objects.exists()


def test_a_view_needs_a_list_and_a_name(town: Town) -> None:
    for said, field in (({"place": "nowhere", "name": "A"}, "place"), ({"name": " "}, "name")):
        with pytest.raises(Refused) as refused:
            save_view(**{"by": town.lina, "place": "initiatives", "query": "", **said})
        assert [fault.field for fault in refused.value.faults] == [field]
