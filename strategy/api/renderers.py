"""Answers that are files."""

from typing import Any

from rest_framework.renderers import BaseRenderer


class StratmlRenderer(BaseRenderer):
    """A StratML file, as its bytes."""

    media_type, format, charset, render_style = "application/stratml+xml", "xml", None, "binary"

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> bytes:
        """The bytes."""
        return bytes(data)
