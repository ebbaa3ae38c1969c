"""manage.py import_measurements."""

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter

from kpis.actions import close_series
from kpis.imports import import_measurements
from kpis.models import KPI, DirtyKPI, Measurement, PeriodClosing, Series
from tests.kpis.city import City, current, month
from tests.kpis.imports.commands import run, write_csv

HEAD = ["kpi", "department", "period", "value"]
MARCH = ["complaints", "roads", "2026-03", "30"]
STORED = ("complaints", "roads", month(2026, 3), 30.0)


def test_values_are_stored_and_their_kpis_wait_for_computation(city: City, tmp_path: Path) -> None:
    DirtyKPI.objects.all().delete()
    done = run(
        "import_measurements", write_csv(tmp_path / "v.csv", [HEAD, MARCH, ["budget", "", "2026", "1e6"]])
    )
    assert (done.code, done.err) == (0, [])
    assert done.out == ["Imported: 2 new values, 0 corrected values, 0 unchanged values"]
    assert current() == {STORED, ("budget", "city", 2026, 1e6)}
    assert set(DirtyKPI.objects.values_list("kpi_key", flat=True)) == {city.complaints.pk, city.budget.pk}


def test_the_same_file_again_changes_nothing(city: City, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "v.csv", [HEAD, MARCH])
    run("import_measurements", path)
    assert run("import_measurements", path).out == [
        "Imported: 0 new values, 0 corrected values, 1 unchanged values"
    ]
    assert Measurement.objects.count() == 1


def test_a_dry_run_says_what_would_happen_and_stores_nothing(city: City, tmp_path: Path) -> None:
    done = run("import_measurements", write_csv(tmp_path / "v.csv", [HEAD, MARCH]), "--dry-run")
    assert done.out == ["Would import: 1 new values, 0 corrected values, 0 unchanged values"]
    assert current() == set()


NO_NUMBER = "is no number: write it like 1234.5, without unit or separators."
BAD_ROWS = [
    (["complaint", "roads", "2026-03", "30"], "kpi: There is no KPI 'complaint'. Did you mean complaints?"),
    (
        ["complaints", "road", "2026-03", "30"],
        "department: There is no department 'road'. Did you mean roads?",
    ),
    (
        ["complaints", "works", "2026-03", "30"],
        "department: works does not report complaints: open a series on the KPI's page, or name the "
        "department in a KPI import.",
    ),
    (
        ["complaints", "roads", "2026-Q1", "30"],
        "period: “2026-Q1” is no month; write it like 2026-03 or Mar 2026",
    ),
    (
        ["complaints", "roads", "2026-13", "30"],
        "period: “2026-13” is no month; write it like 2026-03 or Mar 2026",
    ),
    (
        ["complaints", "roads", "2026-03", "1,234.5"],
        f"value: '1,234.5' {NO_NUMBER}",
    ),
    (
        ["complaints", "roads", "2026-03", "nan"],
        f"value: 'nan' {NO_NUMBER}",
    ),
    (["complaints", "roads", "2026-03", "1e999"], "value: 1e999 is too large."),
    (["complaints", "roads", "2026-03", ""], "value: This cell is empty."),
    (["", "roads", "2026-03", "1"], "kpi: This cell is empty."),
    (["complaints", "roads", "2026-05"], "3 cells instead of 4."),
    (MARCH, "period: This KPI, department and period were given before, on line 2."),
]


@pytest.mark.parametrize(("row", "fault"), BAD_ROWS)
def test_a_bad_row_is_told_with_line_column_and_reason(
    city: City, tmp_path: Path, row: list[str], fault: str
) -> None:
    path = write_csv(tmp_path / "v.csv", [HEAD, MARCH, row])
    done = run("import_measurements", path)
    comma = ", " if fault[0].islower() else ": "
    assert (done.code, done.err) == (2, [f"v.csv: line 3{comma}{fault}"])
    assert done.reason == "1 faults. Nothing was stored; --skip-bad leaves out the bad rows."
    assert current() == set()


def test_every_bad_row_of_a_file_is_told(city: City, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "v.csv", [HEAD, MARCH, *(row for row, _fault in BAD_ROWS)])
    done = run("import_measurements", path)
    assert [line.split(":")[1].split(",")[0] for line in done.err] == [
        f" line {n}" for n in range(3, 3 + len(BAD_ROWS))
    ]


def test_bad_rows_can_be_left_out(city: City, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "v.csv", [HEAD, MARCH, *(row for row, _fault in BAD_ROWS)])
    done = run("import_measurements", path, "--skip-bad")
    assert (done.code, len(done.err), current()) == (0, len(BAD_ROWS), {STORED})


def test_nothing_good_in_a_file_is_an_error_even_without_the_bad_rows(city: City, tmp_path: Path) -> None:
    done = run("import_measurements", write_csv(tmp_path / "v.csv", [HEAD, BAD_ROWS[0][0]]), "--skip-bad")
    assert (done.code, done.reason) == (2, "1 faults. Nothing was stored.")


def test_a_workbook_with_numbers_and_dates_is_read(city: City, tmp_path: Path) -> None:
    path = tmp_path / "v.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        date = book.add_format({"num_format": "mmm yyyy"})
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, ["complaints", "roads"])
        sheet.write_number(1, 2, 46082, date)  # 1 March 2026, as a spreadsheet makes of "Mar 2026"
        sheet.write_number(1, 3, 30)
        sheet.write_row(2, 0, ["budget", "", 2026, 1234.5])
    assert run("import_measurements", path).code == 0
    assert current() == {STORED, ("budget", "city", 2026, 1234.5)}


def test_merged_headers_are_refused(city: City, tmp_path: Path) -> None:
    path = tmp_path / "v.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 1, "kpi")
        sheet.write_row(0, 2, ["period", "value"])
        sheet.write_row(1, 0, MARCH)
    done = run("import_measurements", path)
    assert (done.code, done.err) == (
        2,
        ["v.xlsx: line 1: The header row has merged cells (A1:B1): give each column a cell of its own."],
    )


def test_another_encoding_is_refused_with_its_place(city: City, tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_bytes(
        "kpi,department,period,value,note\ncomplaints,roads,2026-03,30,Größe\n".encode("latin-1")
    )
    done = run("import_measurements", path)
    assert done.code == 2
    assert done.err[0].startswith("v.csv: line 2: Byte 64 (0xf6) is no UTF-8")


def test_history_can_be_dated_before_it_was_loaded_once(city: City, tmp_path: Path) -> None:
    head = [*HEAD, "known_since"]
    path = write_csv(tmp_path / "v.csv", [head, [*MARCH, "2026-04-02"]])
    assert run("import_measurements", path).code == 0
    assert Measurement.objects.get().known_from.isoformat() == "2026-04-02T00:00:00+00:00"
    other = write_csv(tmp_path / "w.csv", [head, [*MARCH[:3], "31", "2026-04-02"]])
    assert run("import_measurements", other).err == [
        "w.csv: line 2, known_since: 30 is there already: only a first value states since when it was known."
    ]


@pytest.mark.parametrize(
    ("stated", "fault"),
    [
        ("2999-01-01", "This lies in the future."),
        ("soon", "'soon' is no day or moment: write it like 2026-03-14 or 2026-03-14T09:30:00Z."),
    ],
)
def test_a_moment_that_cannot_be_is_refused(city: City, tmp_path: Path, stated: str, fault: str) -> None:
    done = run(
        "import_measurements", write_csv(tmp_path / "v.csv", [[*HEAD, "known_since"], [*MARCH, stated]])
    )
    assert done.err == [f"v.csv: line 2, known_since: {fault}"]


def test_a_series_takes_values_only_while_it_is_active(city: City, tmp_path: Path) -> None:
    series = Series.objects.get(kpi=city.complaints, department=city["roads"])
    close_series(by=None, series=series, on=dt.date(2026, 4, 1))
    april = [*MARCH[:2], "2026-04", "30"]
    done = run("import_measurements", write_csv(tmp_path / "v.csv", [HEAD, MARCH, april]))
    assert done.err == [
        "v.csv: line 3, period: roads does not report complaints in 2026-04: the series is not active then."
    ]


def test_a_closed_period_changes_only_with_a_reason(city: City, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "v.csv", [HEAD, MARCH])
    run("import_measurements", path)
    PeriodClosing.objects.create(frequency="quarter", period=2026 * 4)
    assert run("import_measurements", path).code == 0
    changed = write_csv(tmp_path / "w.csv", [HEAD, [*MARCH[:3], "31"]])
    assert run("import_measurements", changed).err == [
        "w.csv: line 2, reason: The period is closed: say why it changes."
    ]
    reasoned = write_csv(tmp_path / "x.csv", [[*HEAD, "reason"], [*MARCH[:3], "31", "recount"]])
    assert run("import_measurements", reasoned).code == 0
    assert current() == {(*STORED[:3], 31.0)}


def test_a_file_of_a_person_says_what_waits_for_approval(city: City) -> None:
    KPI.objects.filter(pk=city.complaints.pk).update(approval_needed=True)
    data = b"kpi,department,period,value\ncomplaints,roads,2026-03,30\nbudget,city,2026,5\n"
    outcome = import_measurements(by=city.staff, name="values.csv", data=data)
    assert (outcome.stored, outcome.counts) == (
        True,
        {
            "new values": 1,
            "corrected values": 0,
            "unchanged values": 0,
            "values that wait for approval": 1,
        },
    )
    assert current() == {("budget", "city", 2026, 5.0)}


def test_the_command_on_the_server_needs_nobody_s_approval(city: City, tmp_path: Path) -> None:
    KPI.objects.filter(pk=city.complaints.pk).update(approval_needed=True)
    run("import_measurements", write_csv(tmp_path / "v.csv", [HEAD, MARCH]))
    assert current() == {STORED}
