"""Amounts in the organisation's currency."""

from core.ui.money import money_short_text
from initiatives.status.evidence import Amount
from org.queries import organisation


def amount_writer() -> Amount:
    """What writes an amount in short: "1.2 M EUR"; one query."""
    currency = organisation().currency
    return lambda amount: money_short_text(amount, currency)
