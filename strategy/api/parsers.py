"""Bodies of StratML: the bytes as they came, since the reader looks at their encoding itself."""

from typing import IO, Any

from rest_framework.parsers import BaseParser


class XmlParser(BaseParser):
    """application/xml, as bytes."""

    media_type = "application/xml"

    def parse(self, stream: IO[bytes], media_type: Any = None, parser_context: Any = None) -> Any:
        """The body."""
        return stream.read()


class TextXmlParser(XmlParser):
    """text/xml."""

    media_type = "text/xml"


class StratmlParser(XmlParser):
    """application/stratml+xml."""

    media_type = "application/stratml+xml"


STRATML_PARSERS = [XmlParser, TextXmlParser, StratmlParser]
