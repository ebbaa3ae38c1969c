"""The register as rows of a file, which the import takes back unchanged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from risks.models import RiskLink
from risks.register.ratings import Rated
from risks.register.rows import RegisterRow
from risks.register.things import links_seen

EXPORT_HEADER = (
    "code",
    "kind",
    "title",
    "cause",
    "event",
    "consequence",
    "category",
    "state",
    "confidentiality",
    "owner",
    "department",
    "knowledge",
    "response",
    "reference",
    "next_review_on",
    "rated_on",
    "likelihood",
    "impact",
    "score",
    "band",
    "target_likelihood",
    "target_impact",
    "above_appetite",
    "open_actions",
    "objectives",
    "initiatives",
    "kpis",
)


def export_rows(rows: Sequence[RegisterRow], user: Any) -> Iterator[tuple[Any, ...]]:
    """A line a risk, with what it touches as far as the user may know of it."""
    touched = _touched(rows, user)
    for row in rows:
        of, now, target = row.risk, row.current, row.target
        yield (
            of.code,
            of.kind,
            of.title,
            of.cause,
            of.event,
            of.consequence,
            of.category.name if of.category else "",
            of.state,
            of.confidentiality,
            of.owner.email if of.owner else "",
            of.department.code if of.department else "",
            of.knowledge,
            of.response,
            of.reference,
            of.next_review_on,
            now.rating.rated_on if now else None,
            *_levels(now),
            now.rating.score if now else None,
            now.band.label if now else "",
            *_levels(target),
            "yes" if row.is_above else "no",
            row.actions,
            *(" ".join(touched[of.pk][name]) for name in ("objective", "initiative", "kpi")),
        )


def _levels(of: Rated | None) -> tuple[int | None, int | None]:
    return (of.rating.likelihood, of.rating.impact) if of else (None, None)


def _touched(rows: Iterable[RegisterRow], user: Any) -> dict[int, dict[str, list[str]]]:
    """Codes of what each risk touches, by kind; one query."""
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for link in links_seen(user, RiskLink.objects.filter(risk__in=[row.risk.pk for row in rows])):
        if link.objective is not None:
            code = f"{link.objective.plan.code}:{link.objective.code}"
            found[link.risk_id]["objective"].append(code)
        elif link.initiative is not None:
            found[link.risk_id]["initiative"].append(link.initiative.code)
        elif link.kpi is not None:
            found[link.risk_id]["kpi"].append(link.kpi.code)
    return found
