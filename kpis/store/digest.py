"""A number that stands for all the numbers of a stored row, so that rows are compared without being read."""

from collections.abc import Mapping

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


def digests(metrics: Mapping[str, NDArray[np.float64]]) -> NDArray[np.int64]:
    """[rows]: a number for the metrics [rows, length] of each row, of their every bit and their lengths.

    A sum of the stirred bits, each place with a weight of its own, modulo 2⁶⁴ (multilinear hashing, Carter
    and Wegman 1979): two rows that differ have the same number with a chance of about one in 2⁶³.
    """
    total = np.zeros(len(next(iter(metrics.values()))), dtype=np.uint64)
    for number, values in enumerate(metrics.values()):
        weights = _WEIGHTS[number]
        bits = np.ascontiguousarray(values, dtype=np.float64).view(np.uint64)
        total += np.einsum("rn,n->r", _mixed(bits), weights[: values.shape[1]])
        total += weights[-1:] * np.uint64(values.shape[1])
    return total.view(np.int64)
