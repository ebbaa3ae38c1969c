"""What initiatives add to the floors below them."""

from initiatives.gates import telling as _of_gates  # noqa: F401 (subscribes)
from initiatives.planning import ical as _of_calendars  # noqa: F401 (registers)
from initiatives.planning import telling as _of_moves  # noqa: F401 (subscribes)
from initiatives.status import telling as _of_status  # noqa: F401 (subscribes)
