"""`manage.py bench_data`: an invented organisation, the same every time."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from kpis.actions import roll_up_all
from kpis.models import CellYear, Measurement, SeriesTarget
from org.models import Placement
from tests.kpis.city import City

SMALL = {"kpis": 3, "departments": 6, "months": 14, "last": dt.date(2025, 12, 31)}
pytestmark = pytest.mark.django_db


def test_it_fills_an_empty_database_with_departments_in_four_levels(capsys: pytest.CaptureFixture) -> None:
    call_command("bench_data", **SMALL)
    assert capsys.readouterr().out == "3 KPIs, 6 departments that report, 252 measurements\n"
    assert (Measurement.objects.count(), SeriesTarget.objects.count()) == (252, 252)
    depths = sorted(path.count(".") for path in Placement.objects.values_list("path", flat=True))
    assert depths == [1, 2, 3, 4, 4, 4, 4, 4, 4]


def test_its_cells_can_be_computed_and_reach_the_top() -> None:
    call_command("bench_data", **SMALL, verbosity=0)
    roll_up_all(dt.date(2025, 12, 31))
    top = Placement.objects.get(parent=None).department
    year = CellYear.objects.get(department_id=top.pk, fiscal_year=2025, kpi__code="kpi-0000")
    reported = Measurement.objects.filter(kpi__code="kpi-0000").order_by("-period").values_list("value")[:72]
    assert year.value[-1] == pytest.approx(sum(value for (value,) in reported), abs=1e-6)
    assert year.reported[-1] == year.expected[-1] == 72


def test_it_leaves_an_organisation_alone(city: City) -> None:
    with pytest.raises(CommandError, match="an organisation already"):
        call_command("bench_data", **SMALL)
