"""Matrices by which risks are rated: the score of levels, the band of a score, and what a matrix must be."""

from risks.matrices.checking import check_matrix
from risks.matrices.scoring import Band, Cell, band_of, bands_of, grid_of, highest_score, score_of

__all__ = [
    "Band",
    "Cell",
    "band_of",
    "bands_of",
    "check_matrix",
    "grid_of",
    "highest_score",
    "score_of",
]
