"""Who is late with status updates, in the office's list."""

from django.urls import reverse

from initiatives.models import Initiative
from smo.home.late_updates import late_reporters
from tests.initiatives.status.conftest import Town
from tests.initiatives.status.test_asking import session, text_of


def test_the_office_sees_who_is_late_and_reminds(town: Town) -> None:
    town.reported(town.lamps, 30)
    town.reported(town.trees, 60)
    nobody, lina = late_reporters(town.staff, town.today)
    assert (nobody.person, [each.initiative for each in nobody.late]) == (None, [town.trees])
    assert (lina.person, lina.reminded, lina.since < town.today) == (town.lina, False, True)
    page = text_of(session(town.staff).get(reverse("my_work") + "?show=late"))
    assert "Late status updates" in page
    assert reverse("remind_person", args=[town.lina.pk]) in page


def test_what_is_hidden_is_not_chased(town: Town) -> None:
    town.reported(town.lamps, 30)
    Initiative.objects.update(confidentiality="restricted")
    assert late_reporters(town.viewer, town.today) == []
