"""What happens to risks that others may want to know of (`core.outbox`)."""

INDICATOR_CROSSED = "risks.indicator_crossed"
"""An indicator warns or triggered: `indicator` (id), `state`, `words`."""
