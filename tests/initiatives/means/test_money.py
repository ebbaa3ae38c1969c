"""Money of initiatives: the grid, who sets budgets, and the sums others read."""

from decimal import Decimal

import pytest
from django.test import Client

from core.errors import Refused
from initiatives.actions.means import add_money_line, add_technology_use, change_money_line
from initiatives.means import Money, cost_by_year, money_by_year, money_of
from initiatives.models import Initiative, MoneyLine
from tests.initiatives.means.conftest import Means

D = Decimal


def pay(means: Means, initiative: Initiative | None = None, year: int = 2027, **amounts: object) -> MoneyLine:
    return add_money_line(by=None, initiative=initiative or means.lamps, year=year, **amounts)


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_sums_know_what_is_not_known(means: Means) -> None:
    pay(means, budget=D(100), actual=D(20))
    pay(means, kind="capital", budget=D(50), forecast=D(70))
    pay(means, year=2028, forecast=D(30))
    both = Money(D(150), None, D(20), D(70))
    assert money_by_year([means.lamps]) == {
        means.lamps.pk: {2027: both, 2028: Money(None, None, None, D(30))}
    }
    assert money_of([means.lamps, means.talks]) == {means.lamps.pk: Money(D(150), None, D(20), D(100))}
    assert money_of([means.lamps], 2027) == {means.lamps.pk: both}
    assert (both.over, both.left) == (D(-80), D(130))
    assert cost_by_year([means.lamps]) == {
        means.lamps.pk: {(2027, "operating"): D(100), (2027, "capital"): D(50), (2028, "operating"): D(30)}
    }


def test_money_of_a_year_kind_and_source_stands_once(means: Means) -> None:
    pay(means, source=means.source, budget=D(1))
    pay(means, budget=D(1))
    for source in (means.source, None):
        with pytest.raises(Refused, match="already"):
            pay(means, source=source, budget=D(2))
    for wrong in ({"budget": D(-1)}, {"year": 12}):
        with pytest.raises(Refused):
            pay(means, **wrong)


def test_the_grid_adds_changes_and_takes_out(means: Means) -> None:
    changed, emptied = pay(means, budget=D(100)), pay(means, kind="capital", budget=D(5))
    data = {
        f"line{changed.pk}_budget": "1 250,50",
        f"line{changed.pk}_actual": "7",
        f"line{changed.pk}_note": "Poles",
        f"line{emptied.pk}_budget": "",
        f"line{emptied.pk}_note": "",
        "new0_year": "2028",
        "new0_kind": "capital",
        "new0_source": str(means.source.pk),
        "new0_forecast": "900",
        "new1_year": "2028",
    }
    answer = signed_in(means.city.staff).post("/initiatives/LAMPS/means/money/", data)
    assert answer.status_code == 302
    rows = MoneyLine.objects.order_by("year").values_list(
        "year", "kind", "source__name", "budget", "actual", "forecast", "note"
    )
    assert list(rows) == [
        (2027, "operating", None, D("1250.50"), D(7), None, "Poles"),
        (2028, "capital", "City budget", None, None, D(900), ""),
    ]


def test_what_is_no_amount_is_said_in_its_cell_and_nothing_is_stored(means: Means) -> None:
    line = pay(means, budget=D(100))
    data = {f"line{line.pk}_budget": "much", f"line{line.pk}_note": "", "new0_budget": "1", "new0_year": ""}
    answer = signed_in(means.city.staff).post("/initiatives/LAMPS/means/money/", data)
    assert answer.status_code == 400
    assert set(answer.context["form"].errors) == {f"line{line.pk}_budget", "new0_year"}
    assert list(MoneyLine.objects.values_list("budget")) == [(D(100),)]


def test_who_leads_reports_spending_but_sets_no_budget(means: Means) -> None:
    lead = means.city.steward_of_health
    means.lamps.lead = lead
    means.lamps.save()
    line, client = pay(means, budget=D(100)), signed_in(lead)
    data = {
        f"line{line.pk}_budget": "900",
        f"line{line.pk}_actual": "8",
        f"line{line.pk}_note": "",
        "new0_budget": "5",
        "new0_year": "2029",
    }
    assert client.post("/initiatives/LAMPS/means/money/", data).status_code == 302
    answers = [
        client.patch(f"/api/v1/money-lines/{line.pk}/", body, content_type="application/json").status_code
        for body in ({"actual": "9.00"}, {"budget": "900.00"})
    ]
    assert answers == [200, 403]
    assert list(MoneyLine.objects.values_list("budget", "actual")) == [(D(100), D(9))]


def test_no_page_tells_of_what_is_restricted(means: Means) -> None:
    for initiative in (means.lamps, means.talks):
        add_technology_use(by=None, initiative=initiative, technology=means.digger, quantity=1.0)
        pay(means, initiative, budget=D(7_000_000))
    viewer, staff = signed_in(means.city.viewer), signed_in(means.city.staff)
    for url in ("/portfolio/technologies/", "/portfolio/coordination/", "/portfolio/resources/"):
        seen, all_seen = viewer.get(url).content.decode(), staff.get(url).content.decode()
        assert "Quiet talks" not in seen, url
        assert url == "/portfolio/resources/" or "Quiet talks" in all_seen, url
    assert "It suffices" in viewer.get("/portfolio/technologies/").content.decode()
    assert viewer.get("/initiatives/TALKS/means/").status_code == 404
    found = viewer.get("/api/v1/money-lines/").json()["results"]
    assert [row["initiative"] for row in found] == ["LAMPS"]


def test_who_saves_the_grid_second_is_shown_what_changed(means: Means) -> None:
    line, client = pay(means, budget=D(100), actual=D(1)), signed_in(means.city.staff)
    shown = client.get("/initiatives/LAMPS/means/money/")
    data = {
        "edit_token": shown.context["edit_token"],
        f"line{line.pk}_budget": "100",
        f"line{line.pk}_actual": "3",
        f"line{line.pk}_note": "",
    }
    change_money_line(by=means.city.head_of_works, line=line, actual=D(2), forecast=D(9))
    answer = client.post("/initiatives/LAMPS/means/money/", data)
    assert answer.status_code == 409
    conflict = answer.context["conflict"]
    assert conflict.person == means.city.head_of_works
    assert [(each.label, each.theirs, each.yours) for each in conflict.differences] == [
        ("Spent, 2027 Operating", "2", "3"),
        ("Forecast, 2027 Operating", "9", ""),
    ]
    line.refresh_from_db()
    assert (line.actual, line.forecast) == (D(2), D(9))
    again = {**data, "edit_token": answer.context["edit_token"], f"line{line.pk}_forecast": "9"}
    assert client.post("/initiatives/LAMPS/means/money/", again).status_code == 302
    line.refresh_from_db()
    assert (line.actual, line.forecast) == (D(3), D(9))
