"""KPIs in the search."""

from core.search import find
from tests.kpis.city import City


def test_it_finds_a_kpi_by_what_it_is_called(city: City) -> None:
    found = find(city.staff, "COMPLAIN")["kpis"]

    assert [(each.title, each.url) for each in found] == [
        (city.complaints.name, "/performance/kpis/complaints/")
    ]
