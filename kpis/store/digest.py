"""A number that stands for all the numbers of a stored row, so that rows are compared without being read."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_LONGEST = 4 * 366  # anchors of a row of days
_HALF = np.uint64(32)


def _mixed(bits: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each number so stirred that small whole ones, which differ in few high bits, differ in low ones too.

    The finaliser of splitmix64, shortened: https://prng.di.unimi.it/splitmix64.c
    """
    stirred = bits ^ (bits >> _HALF)
    stirred *= _GOLDEN
    stirred ^= stirred >> _HALF
    return stirred


def _weights(places: int) -> NDArray[np.uint64]:
    """An odd number a place, always the same ones."""
    return _mixed(_mixed(np.arange(1, places + 1, dtype=np.uint64) * _GOLDEN)) | np.uint64(1)


_WEIGHTS = _weights(32 * (_LONGEST + 1)).reshape(32, -1)
_AT_ONCE = 256  # rows, so that they stay in the processor's cache


@lru_cache(maxsize=64)
def _weights_of(lengths: tuple[int, ...]) -> tuple[NDArray[np.uint64], np.uint64]:
    """The weights of the places of metrics of these lengths, side by side; what the lengths add."""
    weights = np.concatenate([_WEIGHTS[number, :length] for number, length in enumerate(lengths)])
    own = _WEIGHTS[: len(lengths), -1] * np.array(lengths, dtype=np.uint64)
    return weights, own.sum()


def digests(metrics: Mapping[str, NDArray[np.float64]]) -> NDArray[np.int64]:
    """[rows]: a number for the metrics [rows, length] of each row, of their every bit and their lengths.

    A sum of the stirred bits, each place with a weight of its own, modulo 2⁶⁴ (multilinear hashing, Carter
    and Wegman 1979): two rows that differ have the same number with a chance of about one in 2⁶³.
    """
    columns = list(metrics.values())
    weights, own = _weights_of(tuple(values.shape[1] for values in columns))
    total = np.full(len(columns[0]), own, dtype=np.uint64)
    for start in range(0, len(total), _AT_ONCE):
        rows = slice(start, start + _AT_ONCE)
        bits = np.concatenate([values[rows] for values in columns], axis=1).view(np.uint64)
        total[rows] += np.einsum("rn,n->r", _mixed(bits), weights)
    return total.view(np.int64)
