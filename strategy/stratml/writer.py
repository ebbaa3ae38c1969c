"""From a `Plan` record to the bytes of a StratML Part 2 (2016) file, in the order of its schema.

What the schema cannot hold goes into our own instructions (`kept`), so that reading the file gives the same
record again, but for line numbers and where the file came from.
"""

import uuid

from lxml import etree

from strategy.stratml import document as said
from strategy.stratml.leaves import NAMESPACE, Node
from strategy.stratml.people_writer import organisation, stakeholders, submitter
from strategy.stratml.performance_writer import indicator

ROOT = "PerformancePlanOrReport"
TYPES = ("Strategic_Plan", "Performance_Plan", "Performance_Report")


def write(plan: said.Plan) -> bytes:
    """Give the file; UTF-8, indented. A plan without a goal cannot be said in StratML: raises ValueError."""
    if not plan.goals:
        raise ValueError("a StratML plan has at least one goal")
    # lxml-stubs do not know that None names the default namespace.
    element = etree.Element(f"{{{NAMESPACE}}}{ROOT}", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    root = Node(element, taken=set())
    root.choice("Type", "type", plan.type, TYPES, needed=TYPES[0])
    root.words("Name", "name", plan.name, needed=True)
    root.prose("Description", "description", plan.description)
    root.prose("OtherInformation", "other_information", plan.other_information)
    _core(root.child("StrategicPlanCore"), plan)
    _administration(root, plan)
    if plan.submitter:
        submitter(root.child("Submitter"), plan.submitter)
    root.keep("extra", plan.extra, {})
    root.finish()
    tree = root.element.getroottree()
    etree.indent(tree, space="  ")
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True)


def _core(core: Node, plan: said.Plan) -> None:
    for one in plan.organisations:
        organisation(core.child("Organization"), one)
    for name, statement in (("Vision", plan.vision), ("Mission", plan.mission)):
        if statement:
            _statement(core.child(name), statement)
    for value in plan.values:
        _value(core.child("Value"), value)
    for goal in plan.goals:
        _goal(core.child("Goal"), goal)


def _administration(root: Node, plan: said.Plan) -> None:
    """The administrative information; its identifier belongs to the plan's record, so to the root."""
    node = root.child("AdministrativeInformation")
    identifier = node.identifier(plan.identifier, generated=plan.identifier)
    root.keep("identifier", plan.identifier, identifier)
    node.day("StartDate", plan.start)
    node.day("EndDate", plan.end)
    node.day("PublicationDate", plan.published)
    root.keep("source", plan.source, node.address("Source", plan.source))
    if not len(node.element):
        root.element.remove(node.element)


def _statement(node: Node, one: said.Statement) -> None:
    node.prose("Description", "description", one.description)
    node.identifier(one.identifier)
    node.keep("extra", one.extra, {})
    node.finish()


def _value(node: Node, one: said.Value) -> None:
    node.words("Name", "name", one.name)
    node.prose("Description", "description", one.description)
    node.keep("extra", one.extra, {})
    node.finish()


def _goal(node: Node, one: said.Goal) -> None:
    node.words("Name", "name", one.name, needed=True)
    node.prose("Description", "description", one.description, needed=True)
    _part(node, one)
    for objective in one.objectives:
        _objective(node.child("Objective"), objective)
    node.finish()


def _objective(node: Node, one: said.Objective) -> None:
    node.words("Name", "name", one.name)
    node.prose("Description", "description", one.description)
    _part(node, one)
    for each in one.indicators:
        indicator(node.child("PerformanceIndicator"), each)
    node.finish()


def _part(node: Node, one: said.Goal | said.Objective) -> None:
    """What goals and objectives have in common after name and description."""
    node.identifier(one.identifier)
    node.words("SequenceIndicator", "sequence", one.sequence)
    stakeholders(node, one.stakeholders)
    node.prose("OtherInformation", "other_information", one.other_information)
    node.keep("extra", one.extra, {})


def identifier_for(*names: object) -> str:
    """An identifier that is always the same for the same names: `_` and a UUID, as the standard advises."""
    return f"_{uuid.uuid5(uuid.NAMESPACE_OID, '/'.join(str(name) for name in names))}"
