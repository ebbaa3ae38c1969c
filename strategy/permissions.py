"""Who may read and edit plans. What a plan's state hides is left out by `queries.visible_to`."""

import rules

from org.permissions import is_executive, is_signed_in, is_smo_staff

rules.add_perm("strategy.view_plan", is_signed_in)
rules.add_perm("strategy.view_scorecard", is_signed_in)
rules.add_perm("strategy.edit_plan", is_smo_staff)
rules.add_perm("strategy.import_plan", is_smo_staff)
rules.add_perm("strategy.approve_plan", is_executive)
