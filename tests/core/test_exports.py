"""Lists as files."""

from core.exports import csv_response


def test_what_a_spreadsheet_would_run_is_made_harmless_and_numbers_stay_numbers() -> None:
    response = csv_response("list.csv", ["name", "value"], [["=1+1", -5.5], ["@x", 0], ["plain, text", 1]])

    assert response.content.decode("utf-8-sig") == "name,value\n'=1+1,-5.5\n'@x,0\n\"plain, text\",1\n"
    assert response["Content-Disposition"] == 'attachment; filename="list.csv"'
