"""What a changed definition would do to scores is shown before it is saved."""

from django.utils import timezone

from kpis.actions import Entry, record_measurements
from kpis.engine.frequency import Frequency
from kpis.models import KPI, Definition, DirtyKPI
from kpis.queries import calendar
from kpis.wording import last_ended, period_text
from tests.kpis.city import City
from tests.kpis.test_import_pages import browser
from tests.kpis.test_kpi_editing import posted

PATH = "/performance/define/complaints/"


def reported(city: City) -> None:
    """Roads, Parks and Health report 10 in the last month of the last quarter."""
    now = calendar()
    quarter = last_ended(now, Frequency.QUARTER, timezone.localdate())
    last = now.children(quarter, Frequency.MONTH)[-1].ordinal
    rows = [Entry(city.complaints.pk, city[code].pk, last, 10.0) for code in ("roads", "parks", "health")]
    record_measurements(by=None, rows=rows)


def test_it_says_which_scores_would_change_and_stores_nothing(city: City) -> None:
    reported(city)
    client = browser(city.staff)
    form = client.get(PATH).context["form"]
    before = (Definition.objects.count(), DirtyKPI.objects.count())
    answer = client.post(PATH, posted(form) | {"target": "10", "preview": "1"})
    [preview] = answer.context["previews"]
    changes = [
        (each.department, round(each.before or 0, 3), round(each.after or 0, 3)) for each in preview.changes
    ]
    places = ("City", "Works", "Roads", "Parks", "Health")
    assert sorted(changes) == sorted((place, 50.0, 66.667) for place in places)
    quarter = last_ended(calendar(), Frequency.QUARTER, timezone.localdate())
    assert preview.period == period_text(quarter, calendar())
    assert (Definition.objects.count(), DirtyKPI.objects.count()) == before
    assert answer.context["form"]["target"].value() == "10"


def test_without_a_change_of_scores_it_says_so(city: City) -> None:
    reported(city)
    client = browser(city.staff)
    form = client.get(PATH).context["form"]
    answer = client.post(PATH, posted(form) | {"name": "Heard", "preview": "1"})
    assert answer.context["previews"][0].changes == ()
    assert KPI.objects.get(code="complaints").name == "Complaints"


def test_what_cannot_be_is_refused_in_the_preview_too(city: City) -> None:
    client = browser(city.staff)
    form = client.get(PATH).context["form"]
    answer = client.post(PATH, posted(form) | {"target": "13", "preview": "1"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (400, ["target"])
