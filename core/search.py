"""What can be found, over all apps, by those who may see it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Found:
    """One thing that a search found."""

    kind: str
    title: str
    url: str
    code: str = ""
    detail: str = ""


Provider = Callable[[Any, str, int], Iterable[Found]]
_providers: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    """Add `provider(user, words, limit)`; it answers only with what the user may see."""
    _providers[name] = provider


def find(user: Any, words: str, limit: int = 8) -> dict[str, list[Found]]:
    """What was found by provider, at most `limit` each; nothing for fewer than two letters."""
    if len(words.strip()) < 2:
        return {}
    answers = {name: list(provider(user, words.strip(), limit)) for name, provider in _providers.items()}
    return {name: found for name, found in answers.items() if found}
