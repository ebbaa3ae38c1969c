"""REST resources of the measuring instrument: kpis, series, targets, measurements."""
