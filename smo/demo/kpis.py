"""All KPIs of the demonstration."""

from smo.demo import kpis_residents, kpis_service
from smo.demo.kpis_foundations import PEOPLE_KPIS, STEWARDSHIP_KPIS

KPIS = (*kpis_residents.KPIS, *kpis_service.KPIS, *PEOPLE_KPIS, *STEWARDSHIP_KPIS)
