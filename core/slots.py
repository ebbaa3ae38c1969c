"""Named places on a lower floor's pages that upper floors fill."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from django.utils.safestring import SafeString

# Takes the request and all objects of the page at once, so that the number of queries stays constant.
Renderer = Callable[[Any, Sequence[Any]], dict[Any, SafeString]]
_renderers: dict[str, list[Renderer]] = defaultdict(list)


def register(slot: str, renderer: Renderer) -> None:
    """Fill `slot` with what `renderer(request, objects)` returns: HTML by the object's primary key."""
    _renderers[slot].append(renderer)


def render(slot: str, request: Any, objects: Sequence[Any]) -> dict[Any, list[SafeString]]:
    """What upper floors show in `slot` for each of the objects, by primary key."""
    filled: dict[Any, list[SafeString]] = {each.pk: [] for each in objects}
    for renderer in _renderers[slot]:
        for key, html in renderer(request, objects).items():
            filled[key].append(html)
    return filled
