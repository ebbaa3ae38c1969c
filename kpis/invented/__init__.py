"""An invented organisation of any size, for measuring how fast the product is; never part of a real one."""

from kpis.invented.organisation import Invented, invent

__all__ = ["Invented", "invent"]
