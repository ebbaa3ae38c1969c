"""What initiatives show on the pages of the floors below."""

from core import slots
from initiatives.slots.framework import maturity

slots.register("initiative.detail", maturity)
