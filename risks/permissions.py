"""Who may do what with risks. What confidentiality hides, `queries.visible_risks` leaves out."""

from typing import Any

import rules

from initiatives.permissions import is_person
from org.enums import Role
from org.permissions import is_administrator, is_department_head, is_executive, is_signed_in, is_smo_staff
from org.queries import path_of
from org.roles import held_by


@rules.predicate
def heads(user: Any, risk: Any) -> bool:
    """Whether the user heads the department that answers for the risk; None: whether any department."""
    held = held_by(user)
    if risk is None:
        return held.anywhere(Role.DEPARTMENT_HEAD)
    path = path_of(risk.department) if risk.department else None
    return path is not None and held.on(path, Role.DEPARTMENT_HEAD)


@rules.predicate
def owns(user: Any, risk: Any) -> bool:
    """Whether the risk is the user's to watch; None: whether any may be, as every person may."""
    return is_person(user) if risk is None else risk.owner_id == user.pk


@rules.predicate
def tends_parts_risk(user: Any, part: Any) -> bool:
    """Whether the user may look after the risk that something belongs to; None: whether any."""
    return bool(user.has_perm("risks.tend_risk", None if part is None else part.risk))


@rules.predicate
def edits_parts_risk(user: Any, part: Any) -> bool:
    """Whether the user may change the risk that something belongs to; None: whether any."""
    return bool(user.has_perm("risks.edit_risk", None if part is None else part.risk))


@rules.predicate
def owns_part(user: Any, part: Any) -> bool:
    """Whether an action, control or plan is the user's; None: whether any may be."""
    return is_person(user) if part is None else part.owner_id == user.pk


@rules.predicate
def takes_part(user: Any, workshop: Any) -> bool:
    """Whether the user is invited to a workshop; None: whether to any, as every person may be."""
    return (
        is_person(user) if workshop is None else bool(workshop.participants.filter(person=user.pk).exists())
    )


@rules.predicate
def leads_workshop(user: Any, workshop: Any) -> bool:
    """Whether the user leads a workshop; None: whether any may be led, as heads may."""
    return heads(user, None) if workshop is None else workshop.led_by_id == user.pk


# Seeing: `visible_risks` decides which; the pages of the register are for those who work with risks.
rules.add_perm("risks.view_risk", is_signed_in)
rules.add_perm("risks.view_register", is_smo_staff | is_executive | is_administrator | is_department_head)
# What a risk is: the office, and heads for their departments.
rules.add_perm("risks.propose_risk", is_smo_staff | is_department_head)
rules.add_perm("risks.edit_risk", is_smo_staff | heads)
rules.add_perm("risks.edit_part", edits_parts_risk)  # of what has a `risk`
# Looking after it: rating, response, indicators, reviews; its owner as well.
rules.add_perm("risks.tend_risk", is_smo_staff | heads | owns)
rules.add_perm("risks.tend_part", tends_parts_risk)  # of what has a `risk`
rules.add_perm("risks.do_part", owns_part | tends_parts_risk)
rules.add_perm("risks.accept_risk", (is_executive | heads) & is_person)
# Saying what is done about it; that it is *accepted*, only who may accept.
rules.add_perm("risks.choose_response", is_smo_staff | heads | owns | (is_executive & is_person))
rules.add_perm("risks.answer_escalation", (is_executive | is_smo_staff) & is_person)
# What the organisation sets once: matrices, categories, appetite, shared causes.
rules.add_perm("risks.edit_framework", is_smo_staff)
rules.add_perm("risks.import_risks", is_smo_staff)
# Workshops.
rules.add_perm("risks.begin_workshop", is_smo_staff | is_department_head)
rules.add_perm("risks.lead_workshop", is_smo_staff | leads_workshop)
rules.add_perm("risks.view_workshop", is_smo_staff | takes_part | leads_workshop)
rules.add_perm("risks.take_part", takes_part & is_person)
# Exposure in numbers.
rules.add_perm("risks.view_exposure", is_smo_staff | is_executive | is_administrator)
rules.add_perm("risks.compute_exposure", is_smo_staff)
