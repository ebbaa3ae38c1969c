"""344 real series, with gaps and every way to write a year."""

import csv
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from kpis.models import KPI, Measurement
from tests.kpis.city import City
from tests.kpis.imports.commands import run, write_csv

FOLDER = Path(os.environ.get("SMO_SHARED_DATA", settings.BASE_DIR.parent / "shared" / "data")) / "indicators"
pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no real series in {FOLDER}"),
]
QUARTER = re.compile(r"[0-9]{4} Q[1-4]")


def read(name: str) -> list[dict[str, str]]:
    """The rows of one of the files."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kpi_rows(values: list[dict[str, str]]) -> Iterator[list[str]]:
    """A KPI for each series; a quarterly one where its periods are quarters."""
    quarterly = {row["series_id"] for row in values if QUARTER.fullmatch(row["period"])}
    yield ["code", "name", "unit", "direction", "frequency", "time_rollup", "department_rollup"]
    for row in read("series_index.csv"):
        name = row["series"] or row["indicator_text"] or row["series_id"]
        frequency = "quarter" if row["series_id"] in quarterly else "year"
        yield [row["series_id"], name, row["unit"], "up", frequency, "last", "none"]


def test_three_hundred_series_load_completely_and_the_others_say_why(city: City, tmp_path: Path) -> None:
    values = read("series_values.csv")
    assert run("import_kpis", write_csv(tmp_path / "kpis.csv", kpi_rows(values))).err == []
    assert KPI.objects.count() == 344 + 2

    rows = [[row["series_id"], "", row["period"], row["value"]] for row in values]
    path = write_csv(tmp_path / "values.csv", [["kpi", "department", "period", "value"], *rows])
    done = run("import_measurements", path)
    assert (done.code, Measurement.objects.count()) == (2, 0)
    told: dict[str, list[str]] = defaultdict(list)
    for line in done.err:
        number = int(re.match(r"values.csv: line ([0-9]+), period: ", line)[1])  # type: ignore[index]
        told[rows[number - 2][0]].append(line)

    assert run("import_measurements", path, "--skip-bad").code == 0
    given = Counter(row[0] for row in rows)
    stored = Counter(Measurement.objects.values_list("kpi__code", flat=True))
    incomplete = {code: count - stored[code] for code, count in given.items() if stored[code] < count}
    assert len(given) - len(incomplete) >= 300
    assert incomplete == {code: len(lines) for code, lines in told.items()}
