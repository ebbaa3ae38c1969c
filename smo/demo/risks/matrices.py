"""The risks of the demonstration: the matrix by which they are rated, categories and appetite."""

from decimal import Decimal

from risks.actions.matrices import create_category, create_matrix, keep_appetite
from smo.demo.risks.register_content import CATEGORIES
from smo.demo.risks.scene import Register

LIKELIHOODS = (
    ("Rare", "not in a working life"),
    ("Unlikely", "once in twenty years"),
    ("Possible", "once in five years"),
    ("Likely", "every other year"),
    ("Almost certain", "every year"),
)
IMPACTS = (
    ("Slight", "nobody outside notices"),
    ("Minor", "a week of trouble, under 100 000"),
    ("Moderate", "a season, under a million"),
    ("Major", "years, several millions, somebody hurt"),
    ("Severe", "lives, or the end of a promise to the city"),
)
BANDS = (
    {"key": "low", "label": "Low", "tone": "low", "least": 1, "review_months": 12},
    {"key": "medium", "label": "Medium", "tone": "medium", "least": 5, "review_months": 6},
    {"key": "high", "label": "High", "tone": "high", "least": 10, "review_months": 3},
    {"key": "extreme", "label": "Extreme", "tone": "extreme", "least": 17, "review_months": 1},
)
LOSSES = ((1_000_000, 0.5), (5_000_000, 0.1), (20_000_000, 0.02))


def store(register: Register) -> None:
    """One matrix of five by five, the categories, and what a year may cost."""
    staff = register.people["smo"]
    create_matrix(
        by=staff,
        name="Port Selwyn",
        likelihoods=[{"label": label, "text": text} for label, text in LIKELIHOODS],
        impacts=[{"label": label, "text": text} for label, text in IMPACTS],
        bands=list(BANDS),
    )
    for name, appetite, words in CATEGORIES:
        create_category(by=staff, name=name, appetite=appetite, appetite_words=words)
    for loss, probability in LOSSES:
        keep_appetite(by=staff, loss=Decimal(loss), probability=probability)
