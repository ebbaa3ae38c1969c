"""The rows in which computed cells are stored."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from kpis.engine.batch import Cells
from kpis.engine.layout import Grain
from kpis.engine.periods import IntArray
from kpis.engine.scoring import BoolArray, FloatArray
from kpis.store.binary_copy import INT2, INT8, Records, records_of
from kpis.store.digest import digests
from kpis.store.reader import index_of


@dataclass(frozen=True)
class Axes:
    """Departments [D], KPIs [K] and years: where a row is in an array of all that there may be."""

    department_ids: IntArray
    kpi_ids: IntArray
    years: range

    @property
    def size(self) -> int:
        """How many rows there may be."""
        return len(self.department_ids) * len(self.kpi_ids) * len(self.years) * len(Grain)

    def places(self, d: IntArray, k: IntArray, y: IntArray, grain: IntArray | int) -> IntArray:
        """Places of rows by their indices."""
        places: IntArray = ((d * len(self.kpi_ids) + k) * len(self.years) + y) * len(Grain) + grain
        return places

    def places_of(self, stored: Records) -> IntArray:
        """Places of stored rows by their keys, -1 for those of departments that are none any more."""
        department, kpi, year, grain = (
            stored[name].astype(np.int64) for name in ("department_id", "kpi_id", "fiscal_year", "grain")
        )
        known = np.isin(department, self.department_ids)
        d = index_of(self.department_ids, np.where(known, department, self.department_ids[0]))
        k = index_of(self.kpi_ids, kpi)
        return np.where(known, self.places(d, k, year - self.years.start, grain), -1)


@dataclass(frozen=True)
class Rows:
    """Rows that are stored alike: places on the axes, keys, digests, one array [rows, length] a metric."""

    place: IntArray
    department: IntArray
    year: IntArray
    kpi: IntArray
    grain: Grain
    digest: IntArray
    metrics: dict[str, FloatArray]

    def of(self, chosen: BoolArray) -> "Rows":
        """Some of the rows."""
        return replace(
            self,
            place=self.place[chosen],
            department=self.department[chosen],
            year=self.year[chosen],
            kpi=self.kpi[chosen],
            digest=self.digest[chosen],
            metrics={name: values[chosen] for name, values in self.metrics.items()},
        )

    def records(self) -> Records:
        """The rows as COPY has them."""
        many = len(self.place)
        keys = {
            "department_id": (INT8, self.department),
            "fiscal_year": (INT2, self.year),
            "kpi_id": (INT8, self.kpi),
            "grain": (INT2, np.full(many, int(self.grain))),
            "digest": (INT8, self.digest),
        }
        return records_of(keys, self.metrics, many)


def rows_of(axes: Axes, cells: Cells) -> Iterator[Rows]:
    """Rows with an active series, grouped by which of their parts hold anything.

    The form of a row depends on the row alone, so that a full and an incremental run store the same bytes.
    """
    for grain, metrics in cells.grains.items():
        d, k, y = np.nonzero((metrics["active"] > 0).any(axis=-1))
        picked = {name: np.ascontiguousarray(values[d, k, y]) for name, values in metrics.items()}
        forms = _forms(picked)
        for form in np.unique(forms):
            chosen = forms == form
            in_form = _in_form(picked, chosen, int(form))
            yield Rows(
                place=axes.places(d, k, y, int(grain))[chosen],
                department=axes.department_ids[d[chosen]],
                year=np.asarray(axes.years)[y[chosen]],
                kpi=axes.kpi_ids[k[chosen]],
                grain=grain,
                digest=digests(in_form),
                metrics=in_form,
            )


_OUTER, _FILLED, _AS_AT = 1, 2, 4


def _forms(picked: dict[str, FloatArray]) -> IntArray:
    """For each row which optional parts it has: outer anchors, filled counts, as-at ordinals."""

    def any_of(name: str, half: bool = False) -> BoolArray:
        found = np.zeros(len(picked["value"]), dtype=bool)
        for values in (picked[name], picked[f"ytd_{name}"]):
            part = values[:, values.shape[1] // 2 :] if half else values
            found |= (
                (np.nan_to_num(part) != 0).any(axis=1) if name == "filled" else (~np.isnan(part)).any(axis=1)
            )
        return found

    outer = any_of("anchors", half=True) | any_of("anchors_to_date", half=True)
    return outer * _OUTER + any_of("filled") * _FILLED + any_of("as_at") * _AS_AT


def _in_form(picked: dict[str, FloatArray], chosen: BoolArray, form: int) -> dict[str, FloatArray]:
    """The chosen rows' metrics without the parts that this form leaves out."""
    kept, every = {}, bool(chosen.all())
    for name, values in picked.items():
        length = values.shape[1]
        bare = name.removeprefix("ytd_")
        if bare.startswith("anchors") and not form & _OUTER:
            length //= 2
        elif (bare == "filled" and not form & _FILLED) or (bare == "as_at" and not form & _AS_AT):
            length = 0
        kept[name] = values[:, :length] if every else values[chosen, :length]
    return kept
