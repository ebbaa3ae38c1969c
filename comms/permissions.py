"""Who may define, run and read performance reports."""

from typing import Any

import rules

from org.permissions import is_signed_in, is_smo_staff


@rules.predicate
def is_recipient(user: Any, run: Any) -> bool:
    """The report was sent to this person."""
    return run is None or user.email.lower() in (address.lower() for address in run.recipients)


rules.add_perm("comms.view_reports", is_signed_in)
rules.add_perm("comms.view_report_run", is_smo_staff | (is_signed_in & is_recipient))
rules.add_perm("comms.edit_report", is_smo_staff)
rules.add_perm("comms.run_report", is_smo_staff)
