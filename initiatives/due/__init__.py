"""What initiatives ask of people, topic by topic; each module registers what is due (`core.due`)."""

from initiatives.due import benefits as benefits
from initiatives.due import gates as gates
from initiatives.due import planning as planning
from initiatives.due import readiness as readiness
from initiatives.due import scoring as scoring
from initiatives.due import status as status
