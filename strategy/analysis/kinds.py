"""The kinds of findings that are not items: what each is called, and which of its fields may be written."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strategy.models import Assumption, Capability, Competitor, Scenario

Finding = Capability | Competitor | Scenario | Assumption

LOOKED = ("evidence", "owner", "review_on", "position")


@dataclass(frozen=True)
class Kind:
    """A kind of finding: `headline` is the field that says it in a line of at most `limit` letters."""

    code: str
    model: type[Model]
    name: Promise | str
    headline: str
    limit: int
    ratings: tuple[str, ...]
    others: tuple[str, ...]
    last: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that may be written, in the order in which it is asked for."""
        return (self.headline, *self.others, *self.ratings, *LOOKED, *self.last)


CAPABILITY = Kind("capability", Capability, _("Capability"), "name", 200, ("now", "wanted"), ("description",))
COMPETITOR = Kind(
    "competitor",
    Competitor,
    _("Competitor"),
    "name",
    200,
    ("threat",),
    ("description", "strengths", "weaknesses", "moves", "response", "share"),
)
SCENARIO = Kind(
    "scenario",
    Scenario,
    _("Scenario"),
    "name",
    200,
    ("likelihood", "impact"),
    ("story", "signposts", "year"),
)
WIRE = ("tripwire", "kpi", "department", "crossing", "threshold", "trips_on")
ASSUMPTION = Kind(
    "assumption",
    Assumption,
    _("Assumption"),
    "statement",
    500,
    ("confidence", "impact"),
    ("basis", "priority", "objective"),
    last=WIRE,
)

KINDS: dict[str, Kind] = {each.code: each for each in (CAPABILITY, COMPETITOR, SCENARIO, ASSUMPTION)}


def kind_of(finding: Model) -> Kind:
    """The kind of a finding."""
    return next(kind for kind in KINDS.values() if isinstance(finding, kind.model))
