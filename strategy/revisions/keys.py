"""Under which keys the elements of a plan or of a branch are compared."""

from collections.abc import Iterable
from typing import Any

from strategy.models import Plan
from strategy.revisions.elements import KINDS, Kind


class Keys:
    """Keys of a plan's elements by kind and id, and back."""

    def __init__(self, plan: Plan) -> None:
        self.branch = plan.revises_id is not None
        self._key: dict[tuple[str, int], str] = {}
        self._pk: dict[str, int] = {}

    def add(self, kind: Kind, element: Any) -> str:
        """Learn an element; returns its key."""
        key = kind.key(element.pk)
        if self.branch:
            key = kind.key(element.origin_id) if element.origin_id else f"{kind.name}:new{element.pk}"
        self.learn(kind.name, element.pk, key)
        return key

    def learn(self, kind: str, pk: int, key: str) -> None:
        """Take a key for an element as it is given."""
        self._key[kind, pk] = key
        self._pk[key] = pk

    def key(self, kind: str, pk: int | None) -> str | None:
        """The key of an element; None of one that the plan does not say (any more)."""
        return self._key.get((kind, pk)) if pk is not None else None

    def pk(self, key: str | None) -> int | None:
        """The id of the element with a key; None where there is none."""
        return self._pk.get(key) if key is not None else None


def elements_of(plan: Plan, kind: Kind) -> Iterable[Any]:
    """The elements of a kind that the plan says, in their order."""
    return kind.model._default_manager.filter(kind.of(plan.pk)).order_by("position", "pk")


def keys_of(plan: Plan) -> Keys:
    """Keys of everything the plan says; a query a kind. Steps of archived goals are left out with them."""
    keys = Keys(plan)
    for kind in KINDS:
        for element in elements_of(plan, kind):
            if stands(kind, element, keys):
                keys.add(kind, element)
    return keys


def stands(kind: Kind, element: Any, keys: Keys) -> bool:
    """Whether what the element belongs to is still said: a goal of an archived objective is not."""
    return kind.way == "plan" or all(
        keys.key(inside, getattr(element, column)) for column, inside in kind.inside.items()
    )
