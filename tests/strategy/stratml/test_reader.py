"""What is read of a plan, and how far a file may stray from the schema."""

from datetime import date

import pytest

from strategy.stratml.document import (
    Relationship,
    Remark,
    Result,
    ResultKind,
    Role,
    Stakeholder,
    Statement,
    Value,
)
from strategy.stratml.errors import StratmlError
from strategy.stratml.reader import read
from tests.strategy.stratml.plans import (
    PART_2_NAMESPACE,
    goal,
    indicator,
    objective,
    plan,
    result,
    with_indicator,
)


def only_result(data: bytes) -> Result:
    ((_objective, found),) = read(data).indicators
    return found.results[0]


def messages(data: bytes) -> list[str]:
    return [remark.message for remark in read(data).warnings]


def test_it_reads_the_same_plan_with_any_namespace_prefix_and_byte_order_mark() -> None:
    plain = plan(goal(objective(indicator([result("Target", "2024-01-01", "2024-12-31", "5")]))))
    default = plain.replace(
        b"<PerformancePlanOrReport>", f'<PerformancePlanOrReport xmlns="{PART_2_NAMESPACE}">'.encode()
    )
    prefixed = plain.replace(b"</", b"<//").replace(b"<", b"<s:").replace(b"<s://", b"</s:")
    prefixed = prefixed.replace(b"PlanOrReport>", b'PlanOrReport xmlns:s="http://www.stratml.net/x">', 1)
    read_plain = read(plain).plan
    assert read(b"\xef\xbb\xbf" + default).plan == read_plain
    assert read(prefixed).plan == read_plain
    assert read(plain.decode().encode("utf-16")).plan == read_plain


def test_it_ignores_the_order_of_children() -> None:
    inner = "<OtherInformation>o</OtherInformation><Stakeholder><Name>s</Name></Stakeholder><Name>n</Name>"
    turned = "<Name>n</Name><Stakeholder><Name>s</Name></Stakeholder><OtherInformation>o</OtherInformation>"
    assert read(plan(f"<Goal>{inner}</Goal>")).plan == read(plan(f"<Goal>{turned}</Goal>")).plan


def test_it_reads_the_administrative_part_of_either_edition() -> None:
    sent = "<Submitter><FirstName>Ida</FirstName><LastName>Quay</LastName></Submitter>"
    dates = "<StartDate>2024-01-01</StartDate><EndDate>2026-12-31</EndDate>"
    inside = f"<Name>P</Name><AdministrativeInformation>{dates}{sent}</AdministrativeInformation>"
    beside = f"<AdministrativeInformation>{dates}</AdministrativeInformation><Name>P</Name>{sent}".replace(
        "FirstName", "GivenName"
    ).replace("LastName", "Surname")
    for head in (inside, beside):
        found = read(plan(goal(), head=head)).plan
        assert found.submitter is not None
        told = (found.submitter.given_name, found.submitter.surname, found.start, found.end)
        assert told == ("Ida", "Quay", date(2024, 1, 1), date(2026, 12, 31))


def test_it_reads_a_vision_with_or_without_a_description_around_it() -> None:
    core = f"<Vision>Safe shores</Vision><Mission><Description>Dredge.</Description></Mission>{goal()}"
    found = read(plan(core)).plan
    assert (found.vision, found.mission) == (
        Statement("Safe shores", "", 1, {}),
        Statement("Dredge.", "", 1, {}),
    )


def test_it_leaves_out_what_a_form_left_empty() -> None:
    empty = '<Stakeholder StakeholderTypeType=""><Name/><Role><Name> </Name></Role></Stakeholder>'
    role = "<Role><RoleType>Performer</RoleType></Role>"
    full = f'<Stakeholder StakeholderTypeType="Person"><Name>Ida</Name>{role}</Stakeholder>'
    found = read(plan(f"<Value/><Value><Name>Care</Name></Value>{goal(empty + full)}<Goal/>")).plan
    ida = Stakeholder("Ida", "", "Person", (Role("", "", ("Performer",), 1),), 1, {})
    assert (found.values, [one.stakeholders for one in found.goals]) == (
        (Value("Care", "", 1, {}),),
        [(ida,)],
    )


def test_it_keeps_what_has_no_place_and_remarks_on_it() -> None:
    stray = '<Budget currency="EUR">12 <Note>rough</Note></Budget>'
    document = read(plan(goal(f"<id/>\n{stray}")))
    budget = {
        "name": "Budget",
        "line": 2,
        "attributes": {"currency": "EUR"},
        "text": "12",
        "elements": [{"name": "Note", "line": 2, "text": "rough"}],
    }
    assert document.plan.goals[0].extra == {"elements": [budget]}
    assert document.warnings == (Remark(2, "Budget is unknown or repeated in Goal; kept with the plan."),)


def test_it_keeps_a_second_vision_beside_the_first() -> None:
    document = read(plan(f"<Vision>One</Vision><Vision>Two</Vision>{goal()}"))
    kept = {"elements": [{"name": "Vision", "line": 1, "text": "Two"}]}
    assert document.plan.extra == {"StrategicPlanCore": kept}
    said = "Vision is unknown or repeated in StrategicPlanCore; kept with the plan."
    assert document.warnings == (Remark(1, said),)


def test_it_keeps_attributes_that_the_schema_does_not_know() -> None:
    data = plan('<Goal rank="1"><Name>Calm</Name><Description lang="en">Still.</Description></Goal>')
    kept = {"attributes": {"rank": "1"}, "leaf_attributes": {"Description": {"lang": "en"}}}
    assert read(data).plan.goals[0].extra == kept


def test_it_reads_a_relationship_and_leaves_out_references_nobody_filled_in() -> None:
    named = "<Identifier>r1</Identifier><Name>Feeds</Name>"
    referents = ("[To_be_inserted_by_user]", "k2")
    listed = "".join(f"<ReferentIdentifier>{one}</ReferentIdentifier>" for one in referents)
    relationship = f'<Relationship RelationshipType="Peer_To">{named}{listed}</Relationship>'
    ((_objective, found),) = read(with_indicator(more=relationship + "<Relationship/>")).indicators
    assert found.relationships == (Relationship("r1", ("k2",), "Feeds", "", "Peer_To", 1),)


def test_it_reads_the_attributes_of_an_indicator_in_either_edition() -> None:
    data = with_indicator()
    told = []
    for name in (b"PerformanceIndicatorType", b"IndicatorType"):
        opened = b'<PerformanceIndicator ValueChainStage="Outcome" ' + name + b'="Quantitative">'
        ((_objective, found),) = read(data.replace(b"<PerformanceIndicator>", opened)).indicators
        told.append((found.type, found.value_chain_stage, found.extra))
    assert told == [("Quantitative", "Outcome", {})] * 2


def test_it_keeps_repeated_and_odd_identifiers_as_text() -> None:
    found = read(plan(goal("<Identifier>1#a</Identifier>") + goal("<Identifier>1#a</Identifier>"))).plan
    assert [one.identifier for one in found.goals] == ["1#a", "1#a"]


def test_it_reads_fillers_as_empty() -> None:
    data = plan(goal(objective("<Description>...</Description>", name="[Insert objective]")))
    (found,) = read(data).objectives
    assert (found.name, found.description) == ("", "")
    assert messages(data) == ["“[Insert objective]” in Name is read as empty."]


def test_it_keeps_line_breaks_of_prose_and_drops_indentation() -> None:
    data = plan(goal("<OtherInformation>\n    one\n      <b>two</b>\n  </OtherInformation>"))
    assert read(data).plan.goals[0].other_information == "one\ntwo"


def test_it_names_an_unnamed_objective_after_its_description() -> None:
    (found,) = read(plan(goal(objective("<Description>Dredge.\nOften.</Description>", name="")))).objectives
    assert (found.name, found.title) == ("", "Dredge.")


def test_it_remarks_on_a_plan_without_a_name_and_titles_it_by_its_organisation() -> None:
    document = read(plan(f"<Organization><Name>Port</Name></Organization>{goal()}", head=""))
    assert (document.plan.title, document.warnings) == ("Port", (Remark(1, "The plan has no name."),))


def test_it_reads_a_result() -> None:
    described = (
        "<Descriptor><DescriptorName>Grade</DescriptorName><DescriptorValue>B</DescriptorValue></Descriptor>"
    )
    data = with_indicator(result("Actual", "2024-01-01", "2024-12-31", "1,500", described))
    expected = Result(
        kind=ResultKind.ACTUAL,
        instance=0,
        start=date(2024, 1, 1),
        end=date(2024, 12, 31),
        number=1500.0,
        descriptors=(("Grade", "B"),),
        description="",
        line=1,
        extra={},
    )
    assert only_result(data) == expected


@pytest.mark.parametrize("text", ["[To be determined]", "...", "some", "12–15"])
def test_it_keeps_a_number_it_cannot_read_as_text(text: str) -> None:
    data = with_indicator(result("Target", "2024-01-01", "2024-12-31", text))
    assert (only_result(data).number, only_result(data).extra) == (None, {"texts": {"NumberOfUnits": text}})
    assert messages(data) == [f"“{text}” in NumberOfUnits is no number; kept as text."]


def test_it_keeps_a_date_it_cannot_read_as_text() -> None:
    data = with_indicator(result("Target", "", "12/31/2024", "5"))
    assert (only_result(data).end, only_result(data).extra) == (None, {"texts": {"EndDate": "12/31/2024"}})
    assert messages(data) == ["“12/31/2024” in EndDate is no date like 2026-12-31; kept as text."]


def test_it_says_nothing_about_a_result_of_a_single_day() -> None:
    assert messages(with_indicator(result("Actual", "2024-06-30", "2024-06-30", "5"))) == []


def test_it_says_nothing_about_a_leaf_that_holds_only_an_attribute() -> None:
    data = with_indicator(result("Actual", "", "", "5", '<Description lang="en"/>')).replace(
        b"<EndDate>", b'<EndDate precision="day">'
    )
    assert (only_result(data).end, messages(data)) == (None, [])


def test_it_says_nothing_about_an_empty_number() -> None:
    data = with_indicator(result("Target", "2024-01-01", "2024-12-31", ""))
    assert (only_result(data).number, messages(data)) == (None, [])


def test_it_keeps_dates_in_the_wrong_order_and_says_so_once_a_line() -> None:
    turned = result("Target", "2024-07-01", "2024-06-30", "5")
    data = with_indicator(turned, turned)
    said = "TargetResult starts on 2024-07-01, after its end on 2024-06-30; the end decides its period."
    assert (only_result(data).start, only_result(data).end) == (date(2024, 7, 1), date(2024, 6, 30))
    assert messages(data) == [f"{said} (2 times)"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"\n<Strategy xmlns='urn:x'/>",
            "Line 2: The root element is <Strategy> in “urn:x”, which is no StratML that is understood here. "
            "Understood are <StrategicPlan> (StratML Part 1) and <PerformancePlanOrReport> (Part 2).",
        ),
        (
            b"<StrategicPlan><Name>x</Name><Goals/></StrategicPlan>",
            "Line 1: <StrategicPlanCore> with at least one <Goal> is expected directly inside "
            "<StrategicPlan>; found: <Name>, <Goals>.",
        ),
        (
            plan("<Vision/><Goal/>"),
            "Line 1: <StrategicPlanCore> with at least one <Goal> is expected directly inside "
            "<PerformancePlanOrReport>; found: <Name>, <StrategicPlanCore>.",
        ),
        (
            plan("<Vision>x</Vision>\n<Goal/>"),
            "Line 1: At least one <Goal> is expected inside <StrategicPlanCore>, not empty; "
            "found: <Vision>, <Goal>.",
        ),
    ],
)
def test_it_refuses_another_shape_and_says_what_is_expected_where(data: bytes, message: str) -> None:
    with pytest.raises(StratmlError) as caught:
        read(data)
    assert str(caught.value) == message
