"""Icons from the sprite of Tabler outline icons; the list of names is `static/icons.txt`."""

from functools import lru_cache

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SPRITE = "vendor/icons.svg"
# They point along the text, so they are mirrored where it runs from right to left.
DIRECTED = frozenset({"arrow-left", "arrow-right", "chevron-left", "chevron-right"})


@lru_cache(maxsize=512)
def _icon(sprite: str, name: str, size: str, label: str) -> SafeString:
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon{}{}" {}><use href="{}#{}"/></svg>',
        f" icon-{size}" if size else "",
        " icon-flip" if name in DIRECTED else "",
        spoken,
        sprite,
        name,
    )


def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """The icon `name`; `size` "sm" or "lg". Decorative unless it has a `label`."""
    return _icon(static(SPRITE), name, size, str(label))
