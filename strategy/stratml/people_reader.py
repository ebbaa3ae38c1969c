"""Reading the people and organisations of a StratML file."""

from strategy.stratml.elements import Element
from strategy.stratml.people import Organisation, Role, Stakeholder, Submitter


def organisation(one: Element) -> Organisation:
    """Read an Organization element."""
    return one.said(
        Organisation(
            name=one.words("Name"),
            acronym=one.words("Acronym"),
            identifier=one.token("Identifier"),
            description=one.prose("Description"),
            stakeholders=stakeholders(one),
            line=one.line,
            extra=one.extra(),
        )
    )


def stakeholders(holder: Element) -> tuple[Stakeholder, ...]:
    """Read the stakeholders in an organisation, goal or objective; forms leave many empty ones behind."""
    return tuple(_stakeholder(one) for one in holder.each("Stakeholder"))


def _stakeholder(one: Element) -> Stakeholder:
    return one.said(
        Stakeholder(
            name=one.words("Name"),
            description=one.prose("Description"),
            type=one.attribute("StakeholderTypeType", "StakeholderType"),
            roles=tuple(_role(child) for child in one.each("Role")),
            line=one.line,
            extra=one.extra(),
        )
    )


def _role(one: Element) -> Role:
    return one.said(
        Role(
            name=one.words("Name"),
            description=one.prose("Description"),
            types=tuple(child.token_text() for child in one.each("RoleType")),
            line=one.line,
        )
    )


def submitter(one: Element) -> Submitter:
    """Read a Submitter element with the names of either edition (GivenName or FirstName)."""
    return one.said(
        Submitter(
            given_name=one.words("GivenName", "FirstName"),
            surname=one.words("Surname", "LastName"),
            identifier=one.token("Identifier"),
            phone_number=one.words("PhoneNumber"),
            email_address=one.words("EmailAddress"),
            line=one.line,
            extra=one.extra(),
        )
    )
