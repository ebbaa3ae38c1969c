"""Exporting a plan as StratML: import → export → import gives the same plan."""

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis.extra.django import TestCase
from lxml import etree

from strategy.actions.stratml import import_document
from strategy.documents.stratml import export_stratml
from strategy.models import Plan
from strategy.stratml import document as said
from strategy.stratml.reader import read
from strategy.stratml.writer import write
from tests.strategy.documents_snapshot import differences, stored
from tests.strategy.stratml.real_files import REAL, real_file, schema
from tests.strategy.stratml.records import written_plans

TAKEN_BACK = "taken back"


class TakenBack(Exception):
    """What was stored is stored no longer."""


def imported_alone(data: bytes) -> tuple[dict[str, object], bytes]:
    """What an import of the file into an empty installation stores, and the export of it."""
    try:
        with transaction.atomic():
            import_document(by=None, document=read(data), code="same")
            found = stored("same"), export_stratml(Plan.objects.get(code="same"))
            raise TakenBack
    except TakenBack:
        return found


def assert_it_comes_back(data: bytes) -> bytes:
    """Import → export → import stores the same; returns the export."""
    first, export = imported_alone(data)
    second, again = imported_alone(export)
    assert differences(first, second) == []
    assert again == export
    return export


@pytest.mark.shared_data
@pytest.mark.skipif(not REAL, reason="the real StratML files are absent (set SMO_SHARED_DATA)")
@pytest.mark.parametrize("name", REAL)
def test_a_real_plan_comes_back_and_is_valid(db: None, name: str) -> None:
    schema().assertValid(etree.fromstring(assert_it_comes_back(real_file(name))))


class GeneratedPlans(TestCase):
    """Each example in a transaction of its own."""

    # Shrinking an example through the database would take minutes; the property of the writer shrinks.
    @settings(max_examples=20, phases=(Phase.explicit, Phase.reuse, Phase.generate))
    @given(written_plans)
    def test_a_generated_plan_comes_back(self, plan: said.Plan) -> None:
        """Whatever people write in one."""
        assert_it_comes_back(write(plan))
