"""What risks ask of people, topic by topic; each module registers what is due (`core.due`)."""

from risks.due import leading as leading
from risks.due import response as response
from risks.due import workshops as workshops
