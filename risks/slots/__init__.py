"""What risks show on the pages of the floors below, and on their own."""

from core import slots
from risks.slots import exposure, pictures, register, response, warnings

slots.register("objective.detail", register.of_objectives)
slots.register("initiative.detail", register.of_initiatives)
slots.register("department.detail", register.of_departments)
slots.register("kpi.detail.serves", register.of_kpis)
slots.register("kpi.detail.serves", warnings.warned_of)
slots.register("item.detail", register.of_items)
slots.register("risk.detail", response.done_about_it)
slots.register("risk.detail", pictures.bowtie)
slots.register("risk.detail", exposure.in_numbers)
