"""Reading the indicators of a StratML file with their targets and actuals."""

from django.utils.translation import gettext as _

from strategy.stratml.elements import Element
from strategy.stratml.performance import Indicator, Relationship, Result, ResultKind

_KINDS = {"TargetResult": ResultKind.TARGET, "ActualResult": ResultKind.ACTUAL}


def indicators(objective: Element) -> tuple[Indicator, ...]:
    """Read the performance indicators of an objective."""
    return tuple(_indicator(one) for one in objective.each("PerformanceIndicator"))


def _indicator(one: Element) -> Indicator:
    instances = one.slots("MeasurementInstance")
    return one.said(
        Indicator(
            dimension=one.words("MeasurementDimension"),
            unit_text=one.words("UnitOfMeasurement"),
            identifier=one.token("Identifier"),
            sequence=one.words("SequenceIndicator"),
            type=one.attribute("PerformanceIndicatorType", "IndicatorType"),
            value_chain_stage=one.attribute("ValueChainStage"),
            relationships=tuple(_relationship(child) for child in one.each("Relationship")),
            results=tuple(
                _result(child, number)
                for number, instance in enumerate(instances)
                for child in instance.each(*_KINDS)
            ),
            instances=len(instances),
            other_information=one.prose("OtherInformation"),
            line=one.line,
            extra=_indicator_extra(one, instances),
        )
    )


def _indicator_extra(one: Element, instances: list[Element]) -> dict[str, object]:
    """Gather what is left of the indicator and, numbered from 0, of its measurement instances."""
    extra: dict[str, object] = dict(one.extra())
    left = {str(number): instance.extra() for number, instance in enumerate(instances)}
    if any(left.values()):
        extra["instances"] = {number: what for number, what in left.items() if what}
    return extra


def _relationship(one: Element) -> Relationship:
    referents = (child.token_text() for child in one.each("ReferentIdentifier"))
    return one.said(
        Relationship(
            identifier=one.token("Identifier"),
            referents=tuple(text for text in referents if text),
            name=one.words("Name"),
            description=one.prose("Description"),
            type=one.attribute("RelationshipType"),
            line=one.line,
        )
    )


def _result(one: Element, instance: int) -> Result:
    start, end = one.day("StartDate"), one.day("EndDate", at_end=True)
    if start and end and start > end:
        message = _("%(element)s starts on %(start)s, after its end on %(end)s; the end decides its period.")
        one.remark(message, start=start.isoformat(), end=end.isoformat())
    return one.said(
        Result(
            kind=_KINDS[one.name],
            instance=instance,
            start=start,
            end=end,
            number=one.number("NumberOfUnits"),
            descriptors=tuple(_descriptor(child) for child in one.each("Descriptor")),
            description=one.prose("Description"),
            line=one.line,
            extra=one.extra(),
        )
    )


def _descriptor(one: Element) -> tuple[str, str]:
    return one.words("DescriptorName"), one.words("DescriptorValue")
