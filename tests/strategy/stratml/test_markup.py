"""Files that are refused before anything of them is understood."""

import zipfile
from io import BytesIO

import pytest

from strategy.stratml.errors import StratmlError
from strategy.stratml.reader import read
from tests.strategy.stratml.plans import goal, plan

BILLION_LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY a "ha">
 <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
 <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
]>
<StrategicPlan><Name>&c;</Name></StrategicPlan>"""

DECLARED = "The file declares entities or other markup in its DOCTYPE; remove the DOCTYPE and try again."


def refusal(data: bytes, **limits: int) -> StratmlError:
    with pytest.raises(StratmlError) as caught:
        read(data, **limits)
    return caught.value


def test_it_refuses_a_billion_laughs_at_its_doctype() -> None:
    error = refusal(BILLION_LAUGHS)
    assert (error.message, error.line) == (DECLARED, 2)


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;',
        "<!ELEMENT Name (#PCDATA)>",
        "",
    ],
)
def test_it_refuses_any_internal_subset(subset: str) -> None:
    data = f"<!DOCTYPE StrategicPlan [{subset}]>".encode() + plan(goal(), root="StrategicPlan")
    assert refusal(data).message == DECLARED


def test_it_refuses_entities_in_an_encoding_the_first_look_cannot_read() -> None:
    head = '<?xml version="1.0" encoding="Shift_JIS"?><!DOCTYPE StrategicPlan [<!ENTITY x "y">]>'
    data = (head + plan(goal("&x;")).decode()).encode("shift_jis")
    assert refusal(data).message == DECLARED


def test_it_never_reads_an_external_entity(tmp_path: object) -> None:
    secret = tmp_path / "secret.txt"  # type: ignore[operator]
    secret.write_text("do not tell")
    head = f'<!DOCTYPE StrategicPlan [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    error = refusal(head.encode() + plan(goal("&x;")))
    assert "do not tell" not in str(error)


def test_it_reads_a_file_whose_doctype_only_names_a_dtd_and_never_fetches_it() -> None:
    head = b'<!DOCTYPE StrategicPlan SYSTEM "http://127.0.0.1:9/plan.dtd">'
    assert read(head + plan(goal(), root="StrategicPlan")).plan.title == "Harbour plan"


def test_it_refuses_an_entity_that_only_an_unread_dtd_could_declare() -> None:
    head = b'<!DOCTYPE PerformancePlanOrReport SYSTEM "plan.dtd">'
    error = refusal(head + plan(goal(name="A&nbsp;B")))
    assert error.message == "The entity “&nbsp;” is used; write the character itself instead."


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_it_refuses_an_empty_file(data: bytes) -> None:
    assert str(refusal(data)) == "The file is empty."


def test_it_refuses_a_file_above_the_limit_and_reads_one_at_it() -> None:
    data = plan(goal())
    read(data, max_bytes=len(data))
    error = refusal(data + b" " * 2**20, max_bytes=2**20)
    assert str(error) == "The file is too large: 1.0 MiB; at most 1.0 MiB are read."


def test_it_refuses_a_file_that_is_nearly_all_tags() -> None:
    error = refusal(plan(goal() + "<Goal/>" * 1_500_000))
    assert str(error) == "The file has more than 1500000 tags, which are too many."


def test_it_refuses_an_element_with_hundreds_of_attributes() -> None:
    attributes = " ".join(f'a{number}=""' for number in range(101))
    assert str(refusal(plan(f"<Goal {attributes}/>"))) == "Line 1: An element has too many attributes."


def test_it_refuses_a_workbook_as_not_beginning_like_xml() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert "It does not begin like XML: choose the .xml file itself." in str(refusal(buffer.getvalue()))


@pytest.mark.parametrize(
    ("data", "place", "mend"),
    [
        (b"<StrategicPlan>\n<Name>Boats & Ships</Name>", (2, 14), "Write a bare “&” as “&amp;”"),
        (b"<StrategicPlan>\n<Name>a</Nam></StrategicPlan>", (2, 14), "the last opened first"),
        (b"<StrategicPlan>\n<Name>a</Name>", (2, 15), "it may have been cut off"),
        (b"\n<?xml version='1.0'?><StrategicPlan/>", (2, 6), "must be the very first thing"),
        (b"<StrategicPlan>\xff</StrategicPlan>", (1, 16), "save the file as UTF-8"),
        (b"<s:StrategicPlan/>", (1, 17), "Declare the namespace prefix"),
        (b"<StrategicPlan>&nbsp;</StrategicPlan>", (1, 22), "Write the character itself"),
    ],
)
def test_it_says_where_xml_breaks_and_what_would_mend_it(
    data: bytes, place: tuple[int, int], mend: str
) -> None:
    error = refusal(data)
    assert ((error.line, error.column), mend in error.message) == (place, True)


def test_it_refuses_a_tree_that_is_too_deep() -> None:
    assert "not well-formed" in str(refusal(b"<a>" * 5000 + b"</a>" * 5000))
