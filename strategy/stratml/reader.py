"""From the bytes of a StratML file to a `Document`: both parts of the standard, strict or sloppy."""

from django.utils.translation import gettext as _

from strategy.stratml.document import Document, Goal, Objective, Plan, Remark, Statement, Value
from strategy.stratml.elements import Element
from strategy.stratml.errors import StratmlError, gathered
from strategy.stratml.markup import MAX_BYTES, parse
from strategy.stratml.people_reader import organisation, stakeholders, submitter
from strategy.stratml.performance_reader import indicators

PART_1 = "StrategicPlan"
PART_2 = "PerformancePlanOrReport"


def read(data: bytes, *, max_bytes: int = MAX_BYTES) -> Document:
    """Read a StratML file.

    Elements are found by local name, whatever their namespace, prefix and order. Raises StratmlError where
    the file is empty, larger than `max_bytes`, not well-formed, declares entities, is not StratML, or
    holds no goal where the standard puts goals.
    """
    remarks: list[Remark] = []
    root = Element(parse(data, max_bytes=max_bytes), remarks)
    _check_dialect(root)
    plan = _plan(root)
    if not plan.name:
        remarks.append(Remark(root.line, _("The plan has no name.")))
    return Document(plan=plan, warnings=gathered(remarks), root=root.name, namespace=root.namespace)


def _check_dialect(root: Element) -> None:
    """Refuse a root that neither part of StratML has."""
    if root.name in (PART_1, PART_2):
        return
    message = _(
        "The root element is <%(root)s> in %(namespace)s, which is no StratML that is understood here. "
        "Understood are <StrategicPlan> (StratML Part 1) and <PerformancePlanOrReport> (Part 2)."
    )
    namespace = f"“{root.namespace}”" if root.namespace else _("no namespace")
    raise StratmlError(message % {"root": root.name, "namespace": namespace}, root.line)


def _core(root: Element) -> Element:
    """Give the element that holds the goals, or refuse a file that keeps them elsewhere."""
    found = ", ".join(f"<{name}>" for name in root.child_names()) or _("nothing")
    core = root.first("StrategicPlanCore")
    if core is None:
        message = _(
            "<StrategicPlanCore> with at least one <Goal> is expected directly inside <%(root)s>; "
            "found: %(found)s."
        )
        raise StratmlError(message % {"root": root.name, "found": found}, root.line)
    return core


def _plan(root: Element) -> Plan:
    core = _core(root)
    goals = _goals(core)
    administration = root.first("AdministrativeInformation")
    sender = (administration and administration.first("Submitter")) or root.first("Submitter")
    return root.said(
        Plan(
            name=root.words("Name"),
            description=root.prose("Description"),
            type=root.attribute("Type"),
            identifier=(administration.token("Identifier") if administration else "")
            or root.token("Identifier"),
            organisations=tuple(organisation(one) for one in core.each("Organization", "Organisation")),
            vision=_statement(core.first("Vision")),
            mission=_statement(core.first("Mission")),
            values=tuple(_value(one) for one in core.each("Value")),
            goals=goals,
            start=administration.day("StartDate") if administration else None,
            end=administration.day("EndDate", at_end=True) if administration else None,
            published=administration.day("PublicationDate") if administration else None,
            source=administration.token("Source") if administration else "",
            submitter=submitter(sender) if sender else None,
            other_information=root.prose("OtherInformation"),
            line=root.line,
            extra=_plan_extra(root, core, administration),
        )
    )


def _plan_extra(root: Element, core: Element, administration: Element | None) -> dict[str, object]:
    """Gather what is left of the three elements that make up the plan itself."""
    extra: dict[str, object] = dict(root.extra())
    for part in (core, administration):
        if part is not None and (left := part.extra()):
            extra[part.name] = left
    return extra


def _goals(core: Element) -> tuple[Goal, ...]:
    found = ", ".join(f"<{name}>" for name in core.child_names()) or _("nothing")
    goals = tuple(_goal(one) for one in core.each("Goal"))
    if not goals:
        message = _(
            "At least one <Goal> is expected inside <StrategicPlanCore>, not empty; found: %(found)s."
        )
        raise StratmlError(message % {"found": found}, core.line)
    return goals


def _goal(one: Element) -> Goal:
    return one.said(
        Goal(
            name=one.words("Name"),
            description=one.prose("Description"),
            identifier=one.token("Identifier"),
            sequence=one.words("SequenceIndicator"),
            stakeholders=stakeholders(one),
            objectives=tuple(_objective(child) for child in one.each("Objective")),
            other_information=one.prose("OtherInformation"),
            line=one.line,
            extra=one.extra(),
        )
    )


def _objective(one: Element) -> Objective:
    return one.said(
        Objective(
            name=one.words("Name"),
            description=one.prose("Description"),
            identifier=one.token("Identifier"),
            sequence=one.words("SequenceIndicator"),
            stakeholders=stakeholders(one),
            indicators=indicators(one),
            other_information=one.prose("OtherInformation"),
            line=one.line,
            extra=one.extra(),
        )
    )


def _statement(one: Element | None) -> Statement | None:
    """Read a vision or mission; some files write its text without a Description around it."""
    if one is None:
        return None
    return one.said(
        Statement(
            description=one.prose("Description") or one.loose_text(),
            identifier=one.token("Identifier"),
            line=one.line,
            extra=one.extra(loose_text_taken=True),
        )
    )


def _value(one: Element) -> Value:
    return one.said(
        Value(
            name=one.words("Name") or one.loose_text(),
            description=one.prose("Description"),
            line=one.line,
            extra=one.extra(loose_text_taken=True),
        )
    )
