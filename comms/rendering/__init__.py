"""A report's frozen numbers as mail: HTML with its styles inlined, and plain text that reads as well."""

from comms.rendering.mail import Rendered, render

__all__ = ["Rendered", "render"]
