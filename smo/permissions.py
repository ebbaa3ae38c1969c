"""Who may do what on pages that need every app."""

import rules

from org.permissions import is_signed_in, is_smo_staff

rules.add_perm("smo.view_due_items", is_signed_in)
rules.add_perm("smo.chase", is_smo_staff)
