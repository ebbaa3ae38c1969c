"""Taking values in: raw rows of a file, a form or a request become checked entries, or faults.

The one place that knows what a row must hold; the commands, the pages and the REST API all come through here.
"""

from kpis.intake.checks import Checked, check_values
from kpis.intake.raw import RawValue

__all__ = ["Checked", "RawValue", "check_values"]
