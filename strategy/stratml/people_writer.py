"""Writing the people and organisations of a StratML file."""

from collections.abc import Iterable

from strategy.stratml.leaves import Node
from strategy.stratml.people import Organisation, Role, Stakeholder, Submitter

KINDS = ("Person", "Organization", "Generic_Group")
ROLE_TYPES = ("Performer", "Beneficiary")


def organisation(node: Node, one: Organisation) -> None:
    """Write an Organization element."""
    node.words("Name", "name", one.name)
    node.words("Acronym", "acronym", one.acronym)
    node.identifier(one.identifier)
    node.prose("Description", "description", one.description)
    stakeholders(node, one.stakeholders)
    node.keep("extra", one.extra, {})
    node.finish()


def stakeholders(holder: Node, several: Iterable[Stakeholder]) -> None:
    """Write the stakeholders of an organisation, goal or objective."""
    for one in several:
        _stakeholder(holder.child("Stakeholder"), one)


def _stakeholder(node: Node, one: Stakeholder) -> None:
    node.choice("StakeholderTypeType", "type", one.type, KINDS)
    node.words("Name", "name", one.name, needed=True)
    node.prose("Description", "description", one.description)
    for role in one.roles:
        _role(node.child("Role"), role)
    node.keep("extra", one.extra, {})
    node.finish()


def _role(node: Node, one: Role) -> None:
    """A role; the schema knows two types of which it takes at most two."""
    node.words("Name", "name", one.name, needed=True)
    node.prose("Description", "description", one.description)
    allowed = tuple(each for each in one.types if each in ROLE_TYPES)[:2]
    for each in allowed:
        node.child("RoleType").element.text = each
    node.keep("types", one.types, allowed)
    node.finish()


def submitter(node: Node, one: Submitter) -> None:
    """Write a Submitter element."""
    node.identifier(one.identifier)
    node.words("GivenName", "given_name", one.given_name)
    node.words("Surname", "surname", one.surname)
    node.words("PhoneNumber", "phone_number", one.phone_number)
    node.words("EmailAddress", "email_address", one.email_address)
    node.keep("extra", one.extra, {})
    node.finish()
