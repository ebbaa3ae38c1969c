"""Skills and funding sources: what the organisation sets once."""

from typing import Any

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from initiatives.actions.storing import store
from initiatives.models import FundingSource, Skill, Technology
from org.models import User


@action
def add_skill(*, by: User | None, **fields: Any) -> Skill:
    """Add a skill with its code and name; raises Refused."""
    return store(Skill(), **fields)


@action
def change_skill(*, by: User | None, skill: Skill, **fields: Any) -> Skill:
    """Change code, name or `archived_on`; raises Refused."""
    return store(skill, **fields)


@action
def remove_skill(*, by: User | None, skill: Skill) -> None:
    """Remove a skill that nobody uses; raises Conflict."""
    remove_unused(skill)


@action
def add_source(*, by: User | None, **fields: Any) -> FundingSource:
    """Add a funding source with its name; raises Refused."""
    return store(FundingSource(), **fields)


@action
def change_source(*, by: User | None, source: FundingSource, **fields: Any) -> FundingSource:
    """Change name or `archived_on`; raises Refused."""
    return store(source, **fields)


@action
def remove_source(*, by: User | None, source: FundingSource) -> None:
    """Remove a source that no money comes from; raises Conflict."""
    remove_unused(source)


def remove_unused(thing: Skill | FundingSource | Technology) -> None:
    """Delete it unless something refers to it; then raise Conflict."""
    try:
        thing.delete()
    except ProtectedError as error:
        words = _("“%(name)s” is in use %(n)d times. Archive it: it is no longer offered then.")
        raise Conflict(words % {"name": thing.name, "n": len(error.protected_objects)}) from None
