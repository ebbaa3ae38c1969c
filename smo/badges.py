"""Numbers beside the sections of the rail."""

from smo.home.badge import waiting_count
from smo.home.navigation import BADGES

BADGES["my_work"] = waiting_count
