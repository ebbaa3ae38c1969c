"""What risks add to the floors below them."""

from risks.indicators import telling as _of_indicators  # noqa: F401 (subscribes)
from risks.workshops import telling as _of_workshops  # noqa: F401 (subscribes)
from risks.workshops import visible as _hidden_proposals  # noqa: F401 (hides)
