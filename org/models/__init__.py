"""Tables of the organisation."""

from org.models.department import Department, Placement
from org.models.membership import Membership
from org.models.organisation import Organisation
from org.models.token import ApiToken
from org.models.user import User

__all__ = ["ApiToken", "Department", "Membership", "Organisation", "Placement", "User"]
