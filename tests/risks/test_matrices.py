"""Matrices: what they must be, that a used one changes only by a new version, and how one begins."""

from typing import Any

import pytest
from django.urls import reverse

from core.errors import Conflict
from risks.actions.matrices import begin_with_matrix, change_matrix, new_version, use_matrix
from risks.matrices import check_matrix, grid_of, highest_score, score_of
from risks.models import LossAppetite, RiskMatrix
from tests.kpis.test_import_pages import browser
from tests.risks.conftest import BANDS, LEVELS, Register
from tests.risks.test_register import rate

GOOD: dict[str, Any] = {"name": "M", "likelihoods": LEVELS, "impacts": LEVELS, "bands": BANDS}


@pytest.mark.parametrize(
    ("wrong", "faults"),
    [
        ({}, []),
        ({"likelihoods": LEVELS[:2]}, [("likelihoods", "levels")]),
        ({"impacts": [*LEVELS, LEVELS[0]]}, [("impacts", "unique")]),
        ({"impacts": [*LEVELS, {"label": " "}]}, [("impacts", "required")]),
        ({"bands": BANDS[:1]}, [("bands", "bands")]),
        ({"bands": BANDS[::-1]}, [("bands", "order")]),
        ({"bands": [{**BANDS[0], "tone": "pink"}, BANDS[1]]}, [("bands", "tone")]),
        ({"bands": [{**BANDS[0], "least": None}, BANDS[1]]}, [("bands", "number")]),
        ({"scoring": "table", "table": [[1, 2], [3, 4]]}, [("table", "shape")]),
        ({"scoring": "table", "table": [[1, 2, 3], [2, 1, 3], [3, 3, 3]]}, [("table", "falling")]),
        ({"scoring": "table", "table": [[1, 2, 3], [2, 4, 6], [0, 6, 9]]}, [("table", "range")]),
        ({"scoring": "table", "table": [[1, 2, 3], [2, 4, 6], [3, 6, 9]]}, []),
    ],
)
def test_it_says_where_a_matrix_is_wrong(wrong: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    found = check_matrix(RiskMatrix(**GOOD | wrong))
    assert [(fault.field, fault.code) for fault in found] == faults


@pytest.mark.parametrize(
    ("scoring", "scores"),
    [
        ("product", [[3, 6, 9], [2, 4, 6], [1, 2, 3]]),
        ("sum", [[4, 5, 6], [3, 4, 5], [2, 3, 4]]),
        ("table", [[5, 8, 9], [3, 4, 7], [1, 2, 6]]),
    ],
)
def test_the_grid_shows_the_highest_likelihood_first(scoring: str, scores: list[list[int]]) -> None:
    matrix = RiskMatrix(**GOOD, scoring=scoring, table=[[1, 2, 6], [3, 4, 7], [5, 8, 9]])
    assert [[cell.score for cell in row] for row in grid_of(matrix)] == scores
    assert highest_score(matrix) == max(map(max, scores))
    with pytest.raises(ValueError, match="no cell"):
        score_of(matrix, 4, 1)


@pytest.mark.django_db
def test_a_used_matrix_changes_only_by_a_new_version(register: Register) -> None:
    rating = rate(register, register.frost, 3, 3)
    with pytest.raises(Conflict):
        change_matrix(by=None, matrix=register.matrix, scoring="sum")
    client = browser(register.staff)
    url = reverse("change_risk_matrix", args=[register.matrix.pk])
    form = client.get(url).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"scoring": "sum"}
    assert client.post(url, sent).status_code == 302
    after = RiskMatrix.objects.get(follows=register.matrix)
    assert (after.version, after.scoring, after.likelihoods, after.is_current) == (2, "sum", LEVELS, False)
    use_matrix(by=None, matrix=after)
    rating.refresh_from_db()
    assert (rating.matrix, rating.score) == (register.matrix, 9)
    page = client.get(reverse("risk", args=["FROST"])).content.decode()
    assert "rated by Three 1" in page
    with pytest.raises(Conflict):
        new_version(by=None, matrix=RiskMatrix.objects.get(pk=register.matrix.pk))


@pytest.mark.django_db
def test_an_empty_installation_begins_with_five_by_five() -> None:
    RiskMatrix.objects.all().delete()
    matrix = begin_with_matrix(by=None)
    assert matrix is not None
    assert (len(matrix.likelihoods), len(matrix.impacts), matrix.is_current) == (5, 5, True)
    assert begin_with_matrix(by=None) is None


@pytest.mark.django_db
def test_a_higher_loss_is_not_borne_more_often(register: Register) -> None:
    client = browser(register.staff)
    url = reverse("add_risk_part", args=["appetite"])
    answers = [
        client.post(url, {"loss": loss, "probability": percent}).status_code
        for loss, percent in ((100, 50), (200, 60), (200, 10), (200, 5))
    ]
    assert answers == [302, 400, 302, 400]
    assert [(int(each.loss), each.probability) for each in LossAppetite.objects.all()] == [
        (100, 0.5),
        (200, 0.1),
    ]
