"""Writing the indicators of a StratML file with their targets and actuals."""

from strategy.stratml.leaves import Node
from strategy.stratml.performance import Indicator, Relationship, Result, ResultKind

STAGES = ("Outcome", "Output_Processing", "Output", "Input_Processing", "Input")
TYPES = ("Quantitative", "Qualitative")
RELATIONS = ("Broader_Than", "Peer_To", "Narrower_Than")
_NAMES = {ResultKind.TARGET: "TargetResult", ResultKind.ACTUAL: "ActualResult"}


def indicator(node: Node, one: Indicator) -> None:
    """Write a PerformanceIndicator element, targets before actuals in each instance, as the schema wants."""
    node.choice("ValueChainStage", "value_chain_stage", one.value_chain_stage, STAGES)
    node.choice("PerformanceIndicatorType", "type", one.type, TYPES)
    node.words("SequenceIndicator", "sequence", one.sequence)
    node.words("MeasurementDimension", "dimension", one.dimension, needed=True)
    node.words("UnitOfMeasurement", "unit_text", one.unit_text, needed=True)
    node.identifier(one.identifier)
    for relationship in one.relationships:
        _relationship(node.child("Relationship"), relationship)
    _instances(node, one)
    node.prose("OtherInformation", "other_information", one.other_information)
    node.keep("extra", one.extra, {})
    node.finish()


def _instances(node: Node, one: Indicator) -> None:
    instances = [node.child("MeasurementInstance") for _number in range(one.instances)]
    for kind, name in _NAMES.items():
        for result in one.results:
            if result.kind == kind:
                _result(instances[result.instance].child(name), result)


def _relationship(node: Node, one: Relationship) -> None:
    node.choice("RelationshipType", "type", one.type, RELATIONS)
    node.identifier(one.identifier)
    referents = tuple(node.token("ReferentIdentifier", each) for each in one.referents)
    node.keep("referents", one.referents, referents)
    node.words("Name", "name", one.name)
    node.prose("Description", "description", one.description)
    node.finish()


def _result(node: Node, one: Result) -> None:
    """A target or actual; the schema takes one descriptor."""
    node.day("StartDate", one.start)
    node.day("EndDate", one.end)
    node.number("NumberOfUnits", one.number)
    written = tuple(_descriptor(node, *pair) for pair in one.descriptors[:1])
    node.keep("descriptors", one.descriptors, written)
    node.prose("Description", "description", one.description)
    node.keep("extra", one.extra, {})
    node.finish()


def _descriptor(node: Node, name: str, value: str) -> tuple[str, str]:
    descriptor = node.child("Descriptor")
    return descriptor.token("DescriptorName", name), descriptor.token("DescriptorValue", value)
