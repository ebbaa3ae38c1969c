"""The same cells by SQL alone: staged GROUP BY and windows, with primary keys, one row a cell.

It knows what `bench_data` makes: monthly KPIs, sums and means, higher or lower is better, every target with a
red line, a fiscal year that begins in January. It computes the columns that the product stores of such KPIs:
value, target and red line of the whole and to date, score, counts, each for the period and, by month, for the
year to date.
"""

import datetime as dt

from django.db import connection, transaction

_NAMES = ("value", "target", "red", "target_to_date", "red_to_date")
_COUNTS = ("active", "expected", "reported")
_FREQUENCIES = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_FIRST_PLACE = {"month": 0, "quarter": 12, "half": 16, "year": 18}

_MONTHS = """
CREATE TEMP TABLE sql_months ON COMMIT DROP AS
SELECT p AS period,
    make_date(p / 12, p %% 12 + 1, 1) + interval '1 month' <= %(as_of)s::date + 1 AS ended
FROM (SELECT min(period) AS a, max(period) AS b FROM kpis_measurement WHERE known_to IS NULL) AS bounds,
    generate_series(a, b) AS p
"""
_ABOVE = """
CREATE TEMP TABLE sql_above ON COMMIT DROP AS
SELECT below.department_id AS department_id, above.department_id AS above_id
FROM org_placement below JOIN org_placement above ON starts_with(below.path, above.path)
WHERE below.known_to IS NULL AND above.known_to IS NULL
"""
_PAIRS = """
CREATE TEMP TABLE sql_pairs ON COMMIT DROP AS
SELECT s.kpi_id, s.department_id, p.period, p.ended, m.value, t.target, t.red_line AS red,
    CASE WHEN m.value IS NOT NULL THEN t.target END AS target_to_date,
    CASE WHEN m.value IS NOT NULL THEN t.red_line END AS red_to_date
FROM kpis_series s JOIN kpis_seriesterm term ON term.series_id = s.id AND term.known_to IS NULL
CROSS JOIN sql_months p
LEFT JOIN kpis_measurement m ON m.kpi_id = s.kpi_id AND m.department_id = s.department_id
    AND m.period = p.period AND m.known_to IS NULL AND NOT m.pending
LEFT JOIN kpis_seriestarget t ON t.kpi_id = s.kpi_id AND t.department_id = s.department_id
    AND t.period = p.period AND t.known_to IS NULL
WHERE term.valid @> make_date(p.period / 12, p.period % 12 + 1, 1)
"""


def _rolled(name: str, kind: str) -> str:
    return f"CASE WHEN {kind} = 'mean' THEN avg({name}) ELSE sum({name}) END AS {name}"


_NATIVE = f"""
CREATE TEMP TABLE sql_native ON COMMIT DROP AS
SELECT b.kpi_id, a.above_id AS department_id, b.period,
    {", ".join(_rolled(f"b.{name}", "d.department_rollup").replace("AS b.", "AS ") for name in _NAMES)},
    count(*) AS active, count(*) FILTER (WHERE b.ended) AS expected,
    count(b.value) FILTER (WHERE b.ended) AS reported
FROM sql_pairs b JOIN sql_above a USING (department_id)
JOIN kpis_definition d ON d.kpi_id = b.kpi_id AND d.known_to IS NULL
GROUP BY b.kpi_id, a.above_id, b.period, d.department_rollup
"""
_KEY = "ALTER TABLE sql_native ADD PRIMARY KEY (kpi_id, department_id, period)"


def _coarser(frequency: str, months: int) -> str:
    return f"""
SELECT n.kpi_id, n.department_id, '{frequency}' AS frequency, n.period / {months} AS period,
    {", ".join(_rolled(f"n.{name}", "d.time_rollup").replace("AS n.", "AS ") for name in _NAMES)},
    {", ".join(f"sum(n.{name})::float8 AS {name}" for name in _COUNTS)},
    {", ".join(f"NULL::float8 AS ytd_{name}" for name in (*_NAMES, *_COUNTS))}
FROM sql_native n JOIN kpis_definition d ON d.kpi_id = n.kpi_id AND d.known_to IS NULL
GROUP BY n.kpi_id, n.department_id, n.period / {months}, d.time_rollup
"""


def _to_date(name: str) -> str:
    return (
        f"CASE WHEN d.time_rollup = 'mean' THEN avg(n.{name}) OVER year_to_date "
        f"ELSE sum(n.{name}) OVER year_to_date END AS ytd_{name}"
    )


_MONTHLY = f"""
SELECT n.kpi_id, n.department_id, 'month' AS frequency, n.period, {", ".join(f"n.{name}" for name in _NAMES)},
    {", ".join(f"n.{name}::float8 AS {name}" for name in _COUNTS)},
    {", ".join(_to_date(name) for name in _NAMES)},
    {", ".join(f"sum(n.{name}) OVER year_to_date::float8 AS ytd_{name}" for name in _COUNTS)}
FROM sql_native n JOIN kpis_definition d ON d.kpi_id = n.kpi_id AND d.known_to IS NULL
WINDOW year_to_date AS (PARTITION BY n.kpi_id, n.department_id, n.period / 12 ORDER BY n.period)
"""


def _score(prefix: str) -> str:
    value, target, red = (f"{prefix}{name}" for name in ("value", "target_to_date", "red_to_date"))
    right = f"(d.direction = 'up' AND {red} < {target}) OR (d.direction = 'down' AND {red} > {target})"
    return f"""CASE WHEN {right} THEN
      least(100, greatest(0, 100.0 / 3 * (1 + ({value} - {red}) / nullif({target} - {red}, 0)))) END
    AS {prefix}score"""


_COLUMNS = [*_NAMES, *_COUNTS, *(f"ytd_{name}" for name in (*_NAMES, *_COUNTS))]
_TABLE = f"""
CREATE TABLE IF NOT EXISTS bench_sql_cells (kpi_id bigint, department_id bigint, frequency text, period int,
    {", ".join(f"{name} float8" for name in _COLUMNS)}, score float8, ytd_score float8,
    PRIMARY KEY (department_id, kpi_id, frequency, period))
"""
_CELLS = f"""
INSERT INTO bench_sql_cells (kpi_id, department_id, frequency, period, {", ".join(_COLUMNS)},
    score, ytd_score)
SELECT kpi_id, department_id, c.frequency, period, {", ".join(f"c.{name}" for name in _COLUMNS)},
    {_score("")}, {_score("ytd_")}
FROM ({" UNION ALL ".join([_MONTHLY, *(_coarser(f, n) for f, n in _FREQUENCIES.items() if n > 1)])}) AS c
JOIN kpis_definition d USING (kpi_id) WHERE d.known_to IS NULL
"""
_DIFFERENCE = f"""
SELECT max(abs(COALESCE(NULLIF(stored, 'NaN'), -1) - COALESCE(computed, -1))), count(*) FROM (
  SELECT c.value[place.i] AS stored, s.value AS computed, c.score[place.i] AS score, s.score AS sql_score
  FROM bench_sql_cells s
  JOIN kpis_cellyear c ON c.kpi_id = s.kpi_id AND c.department_id = s.department_id
    AND c.fiscal_year = CASE s.frequency {
    " ".join(f"WHEN '{f}' THEN s.period / {12 // n}" for f, n in _FREQUENCIES.items())
} END
  CROSS JOIN LATERAL (SELECT 1 + CASE s.frequency {
    " ".join(f"WHEN '{f}' THEN {_FIRST_PLACE[f]} + s.period % {12 // n}" for f, n in _FREQUENCIES.items())
} END AS i) AS place
) AS pairs
"""
_DIFFERENCES = [
    _DIFFERENCE,
    _DIFFERENCE.replace("COALESCE(NULLIF(stored", "COALESCE(NULLIF(score").replace("(computed", "(sql_score"),
]


@transaction.atomic
def compute(as_of: dt.date) -> None:
    """Compute every cell into a table of its own, which must be empty."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = '256MB'")
        cursor.execute(_TABLE)
        cursor.execute(_MONTHS, {"as_of": as_of})
        for statement in (_ABOVE, _PAIRS, _NATIVE, _KEY):
            cursor.execute(statement)
        cursor.execute("ANALYZE sql_native")
        cursor.execute(_CELLS)


def largest_difference() -> float:
    """The largest difference of a value or score from what the product stored; infinite where rows lack."""
    worst = 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bench_sql_cells")
        rows = cursor.fetchone()[0]
        for statement in _DIFFERENCES:
            cursor.execute(statement)
            difference, compared = cursor.fetchone()
            worst = max(worst, difference) if compared == rows > 0 else float("inf")
    return worst


def forget() -> None:
    """Drop what was computed."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_sql_cells")
