"""KPIs and their values from files, for the command line and the browser."""

from kpis.imports.kpi_cells import KPI_COLUMNS
from kpis.imports.kpis import import_kpis, kpi_columns
from kpis.imports.measurements import MEASUREMENT_COLUMNS, import_measurements

__all__ = ["KPI_COLUMNS", "MEASUREMENT_COLUMNS", "import_kpis", "import_measurements", "kpi_columns"]
