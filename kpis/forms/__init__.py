"""Forms of the measuring instrument."""

from kpis.forms.entry import EnterValueForm

__all__ = ["EnterValueForm"]
