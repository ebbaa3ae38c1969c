"""Which remarks wait for the office: all that stand unanswered, save endorsements without a word.

Who endorses and says nothing else asks nothing, so nothing is owed to them; the office may answer
all the same.
"""

from django.db.models import Q

from strategy.enums import RemarkKind, RemarkOutcome
from strategy.models import Remark


def asks(remark: Remark) -> bool:
    """Whether it says something that can be answered."""
    return remark.kind != RemarkKind.ENDORSEMENT or bool(remark.text)


def waits(remark: Remark) -> bool:
    """Whether it asks something that nobody has answered, and was not withdrawn."""
    return asks(remark) and not remark.outcome and remark.withdrawn_at is None


def waiting(prefix: str = "") -> Q:
    """The same as a condition on remarks, or with `prefix` (`remarks__`) on what has them."""
    wordless = Q(**{f"{prefix}kind": RemarkKind.ENDORSEMENT, f"{prefix}text": ""})
    unanswered = {f"{prefix}outcome": RemarkOutcome.OPEN, f"{prefix}withdrawn_at__isnull": True}
    return Q(**unanswered) & ~wordless
