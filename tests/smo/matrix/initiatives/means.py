"""Who may do what with initiatives: people, money, technology, and what there is of them."""

import datetime as dt

from initiatives.models import (
    Allocation,
    Capacity,
    FundingSource,
    MoneyLine,
    Skill,
    Technology,
    TechnologyUse,
)
from org.models import Department, User
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, READS_DRAFTS, STAFF, WRITING
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

# The head of Works leads the department of the initiative; the contributor leads the initiative.
EDITS = (STAFF, HEAD)
RUNS = (*EDITS, CONTRIBUTOR)
SETS = (STAFF,)
_LED, _RESTRICTED = {"code": "{led}"}, {"code": "{restricted}"}


def _form(route: str, where: dict[str, object], who: tuple[str, ...], answer: int = 400) -> list[Row]:
    return page(route, where, get=who, post=who, answer=answer)


PAGES: list[Row] = [
    *page("resources"),
    *page("money_follows"),
    *page("capacities"),
    *page("technologies"),
    *page("means_lists"),
    *_form("add_capacity", {}, EDITS),
    *_form("change_capacity", {"pk": "{capacity}"}, EDITS),
    *_form("remove_capacity", {"pk": "{capacity}"}, EDITS, 302),
    *_form("add_listed", {"kind": "skill"}, SETS),
    *_form("change_listed", {"kind": "technology", "pk": "{technology}"}, SETS),
    *_form("remove_listed", {"kind": "skill", "pk": "{spare_skill}"}, SETS, 302),
    *page("initiative_means", _LED),
    *page("initiative_means", _RESTRICTED, get=READS_DRAFTS, otherwise=HIDDEN, variant="of a restricted one"),
    *_form("initiative_people", _LED, RUNS, 302),
    *_form("initiative_money", _LED, RUNS, 302),
    *_form("add_allocation", _LED, RUNS),
    *_form("change_allocation", {**_LED, "pk": "{allocation}"}, RUNS),
    *_form("remove_allocation", {**_LED, "pk": "{allocation}"}, RUNS, 302),
    *_form("add_technology_use", _LED, RUNS),
    *_form("change_technology_use", {**_LED, "pk": "{technology_use}"}, RUNS),
    *_form("remove_technology_use", {**_LED, "pk": "{technology_use}"}, RUNS, 302),
]

_BY = (WRITING,)
_MONTHS = {"first_month": "2027-01", "last_month": "2027-06", "fte": 0.5}
_PEOPLE = {"initiative": "{led}", "department": "works", "skill": "digging", **_MONTHS}
_MONEY = {"initiative": "{led}", "year": 2031, "actual": "12.00"}
_USE = {"initiative": "{led}", "technology": "digger"}


def _rows(
    name: str, reference: str, who: tuple[str, ...], new: dict[str, object], change: dict[str, object]
) -> list[Row]:
    """The rows of a resource that the same people write in every way."""
    ref = "{" + reference + "}"
    return [
        *resource(
            f"api-{name}-list",
            read(),
            write("POST", who, _BY, 201, body=new),
            write("PATCH", who, _BY, 200, body=[{"id": ref, **change}]),
            write("DELETE", who, _BY, 204, body=[ref]),
        ),
        *resource(
            f"api-{name}-detail",
            read(),
            write("PATCH", who, _BY, 200, body=change),
            write("DELETE", who, _BY, 204),
            where={"ref": ref},
        ),
    ]


def _hidden(name: str, reference: str) -> Row:
    [row] = [
        row
        for row in resource(
            f"api-{name}-detail",
            read(READS_DRAFTS, otherwise=HIDDEN, variant="of a restricted one"),
            where={"ref": "{" + reference + "}"},
        )
        if row.method == "GET"
    ]
    return row


API: list[Row] = [
    *_rows("allocations", "allocation", RUNS, _PEOPLE, {"fte": 0.25}),
    *_rows("money-lines", "money_line", RUNS, _MONEY, {"forecast": "5.00"}),
    *_rows("technology-uses", "technology_use", RUNS, _USE, {"quantity": 2.0}),
    *_rows(
        "capacities",
        "capacity",
        EDITS,
        {"department": "works", "skill": "spare", "first_month": "2027-01", "fte": 1.0},
        {"fte": 2.0},
    ),
    *_rows("skills", "spare_skill", SETS, {"code": "law", "name": "Law"}, {"name": "Nobody"}),
    *_rows("funding-sources", "spare_source", SETS, {"name": "Lottery"}, {"name": "Nobody"}),
    *_rows("technologies", "spare_technology", SETS, {"code": "boat", "name": "Boat"}, {"name": "Nobody's"}),
    _hidden("allocations", "restricted_allocation"),
    _hidden("money-lines", "restricted_money"),
    _hidden("technology-uses", "restricted_use"),
    *resource("api-resource-load-list", read()),
    *resource("api-money-follows-strategy-detail", read(), where={"ref": "active"}),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """People, money and technology of the initiative that is led and of the restricted one; spare things."""
    skill = Skill.objects.create(code="digging", name="Digging")
    technology = Technology.objects.create(code="digger", name="Digger", quantity=1.0)
    first, last = dt.date(2026, 1, 1), dt.date(2027, 12, 1)
    months = {"first_month": first, "last_month": last, "fte": 0.5}
    found: dict[str, object] = {"technology": technology.pk}
    works = Department.objects.get(code="works")
    for initiative, prefix in ((made.led, ""), (made.restricted, "restricted_")):
        allocation = Allocation.objects.create(initiative=initiative, department=works, skill=skill, **months)
        money = MoneyLine.objects.create(initiative=initiative, year=2026, actual=5)
        use = TechnologyUse.objects.create(initiative=initiative, technology=technology)
        found[f"{prefix}allocation"] = allocation.pk
        found["restricted_money" if prefix else "money_line"] = money.pk
        found["restricted_use" if prefix else "technology_use"] = use.pk
    found["capacity"] = Capacity.objects.create(department=works, skill=skill, first_month=first, fte=1).pk
    found["spare_skill"] = Skill.objects.create(code="spare", name="Spare").pk
    found["spare_source"] = FundingSource.objects.create(name="Spare").pk
    found["spare_technology"] = Technology.objects.create(code="spare", name="Spare").pk
    return found
