"""What makes a function an action: one transaction, one acting user, one entry in the history."""

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import pghistory
from django.db import transaction

P = ParamSpec("P")
R = TypeVar("R")


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Decorator of every write with consequences: atomic, and its rows' history names `by` and the action.

    The function takes `by=user` (None: the system itself) as a keyword.
    """
    name = f"{function.__module__.split('.')[0]}.{function.__name__}"

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        by: Any = kwargs.get("by")
        with transaction.atomic(), pghistory.context(action=name, user=by.pk if by else None):
            return function(*args, **kwargs)

    return run
