"""What a year may cost: seeded Monte Carlo over risks with a yearly probability and a spread of impact.

    problem = Problem([Quantity("FIRE", 0.1, PERT, 1e5, 2e5, 9e5)], causes={}, years=100_000, seed=1)
    exposure = summarise(simulate(problem))

Pure arithmetic on arrays: no framework, no database, no clock. Losses are positive, gains negative. Method
and formulas: D. Vose, "Risk Analysis" (PERT, lognormal by two quantiles, loss exceedance); the ties between
risks are a one-factor Gaussian copula as in credit risk (O. Vasicek, "Loan portfolio value", 2002).
"""

from risks.exposure.engine.quantities import LOGNORMAL, PERT, Problem, Quantity
from risks.exposure.engine.simulating import Simulated, simulate
from risks.exposure.engine.summary import Exposure, summarise

__all__ = [
    "LOGNORMAL",
    "PERT",
    "Exposure",
    "Problem",
    "Quantity",
    "Simulated",
    "simulate",
    "summarise",
]
