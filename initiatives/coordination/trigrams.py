"""How alike texts are: the trigrams they share, rare ones counting more.

PostgreSQL's `pg_trgm` cuts the texts (lower case, words only), so that search and suggestion agree on what a
trigram is. Like its `similarity`, the likeness is shared trigrams by all trigrams of both (Jaccard, 1901),
but each weighs ln(1 + n/d), d of n texts having it: what every initiative of a portfolio says tells nothing.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from django.db import connection
from numpy.typing import NDArray

LETTERS = 600
"""So much of a purpose is compared: what it is for stands in its first sentences."""
_SQL = f"""
SELECT id, show_trgm(name || ' ' || left(purpose, {LETTERS})) FROM initiatives_initiative WHERE id = ANY(%s)
"""


def trigrams_of(initiatives: Sequence[int]) -> dict[int, list[str]]:
    """The trigrams of name and purpose of initiatives, by id; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [list(initiatives)])
        return dict(cursor.fetchall())


def likeness(trigrams: Mapping[int, Sequence[str]]) -> tuple[list[int], NDArray[np.float64]]:
    """Ids in their order, and how alike each two of them are, 0 to 1 [n, n]."""
    ids = list(trigrams)
    columns = {each: place for place, each in enumerate(sorted({t for of in trigrams.values() for t in of}))}
    has = np.zeros((len(ids), max(len(columns), 1)), dtype=np.float32)
    for row, key in enumerate(ids):
        has[row, [columns[each] for each in trigrams[key]]] = 1.0
    weights = np.log1p(len(ids) / np.maximum(has.sum(axis=0), 1.0))
    shared = (has * weights) @ has.T
    own = np.diagonal(shared)
    either = own[:, None] + own[None, :] - shared
    return ids, np.divide(shared, either, out=np.zeros_like(shared), where=either > 0).astype(np.float64)
