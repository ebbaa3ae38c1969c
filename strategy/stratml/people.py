"""People and organisations of a StratML file, as plain frozen records."""

from dataclasses import dataclass

from strategy.stratml.extra import Extra


@dataclass(frozen=True, slots=True)
class Role:
    """What a stakeholder does: `types` are Performer and Beneficiary, none, one or both."""

    name: str
    description: str
    types: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """Somebody with a stake; `type` is Person, Organization, Generic_Group or empty."""

    name: str
    description: str
    type: str
    roles: tuple[Role, ...]
    line: int
    extra: Extra


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation whose plan it is, with its stakeholders."""

    name: str
    acronym: str
    identifier: str
    description: str
    stakeholders: tuple[Stakeholder, ...]
    line: int
    extra: Extra


@dataclass(frozen=True, slots=True)
class Submitter:
    """Who sent the plan in."""

    given_name: str
    surname: str
    identifier: str
    phone_number: str
    email_address: str
    line: int
    extra: Extra
